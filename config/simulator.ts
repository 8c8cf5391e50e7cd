import type { Route } from '#adapters/shared/route.ts';
import { sampleIdCardJpeg } from '#adapters/text-readers/demo/sample-id-card.ts';
import { sampleSlipFacts, sampleSlipJpeg } from '#adapters/text-readers/demo/sample-slip.ts';
import type { Phone } from '#adapters/web/simulator/phone.ts';
import { type SimulatorWorld, simulatorRoutes } from '#adapters/web/simulator/routes.ts';
import { smsPhone } from '#adapters/web/simulator/sms-phone.ts';
import { telegramPhone } from '#adapters/web/simulator/telegram-phone.ts';
import { whatsAppPhone } from '#adapters/web/simulator/whatsapp-phone.ts';
import type { Clock } from '#application/ports/out/clock.ts';
import { dayOf, plusDays } from '#domain/shared/time.ts';
import electricity from './bills/electricity-bill.json' with { type: 'json' };
import propertyTax from './bills/property-tax.json' with { type: 'json' };
import water from './bills/water-bill.json' with { type: 'json' };
import type { StandIns } from './stand-ins.ts';

type Around = Pick<SimulatorWorld, 'assets' | 'texts' | 'translator' | 'languages' | 'mode'>;

/** The phones in the browser: one for each provider that is stood in for. */
export function simulatorOf(standIns: StandIns, clock: Clock, around: Around): readonly Route[] {
  const phones: Phone[] = [
    ...(standIns.whatsapp ? [whatsAppPhone(standIns.whatsapp)] : []),
    ...(standIns.sms ? [smsPhone(standIns.sms)] : []),
    ...(standIns.telegram ? [telegramPhone(standIns.telegram)] : []),
  ];
  if (phones.length === 0) return [];
  return simulatorRoutes({
    ...around,
    phones,
    samples: [
      {
        id: 'birth-slip',
        labelKey: 'simulator.samples.birthSlip',
        fileName: 'birth-slip.jpg',
        mime: 'image/jpeg',
        bytes: () => sampleSlipJpeg({ ...sampleSlipFacts, bornOn: aWeekBefore(clock.now()) }),
      },
      {
        id: 'id-card',
        labelKey: 'simulator.samples.idCard',
        fileName: 'id-card.jpg',
        mime: 'image/jpeg',
        bytes: () => sampleIdCardJpeg(),
      },
    ],
    bills: [
      {
        labelKey: 'simulator.bills.propertyTax',
        accounts: propertyTax.accounts.slice(0, 5).map(({ account }) => account),
      },
      { labelKey: 'simulator.bills.water', accounts: water.accounts.slice(0, 2).map(({ account }) => account) },
      {
        labelKey: 'simulator.bills.electricity',
        accounts: electricity.accounts.slice(0, 2).map(({ account }) => account),
      },
    ],
  });
}

/** Within the 21 days in which registering a birth is free; as it is printed on slips. */
const aWeekBefore = (now: string): string => plusDays(dayOf(now), -7).split('-').reverse().join('/');
