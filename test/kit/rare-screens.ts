import { command } from '#domain/conversation/commands.ts';
import type { Form } from '#domain/conversation/conversation.ts';
import type { Outcome, Standing, TalkEvent } from '#domain/conversation/event.ts';
import type { OutboundMessage } from '#domain/conversation/message.ts';
import { applicationStatuses } from '#domain/service-application/status.ts';
import { rupees } from '#domain/shared/money.ts';
import { catalogue, SimulatedTalk } from './dialogue.ts';

export type Look = (talk: SimulatedTalk, said: readonly OutboundMessage[]) => void;

const NOW = '2026-11-25T05:30:00.000Z';

/** Screens that no plain talk comes to, each in the state in which it is shown. */
export const rareScreens: Readonly<Record<string, (look: Look) => void>> = {
  'the menus of services': (look) => {
    for (const id of [command.services, command.categories(0), command.languages]) hear(look, aTalk(), tapped(id));
  },
  'an application at each of its stations': (look) => {
    for (const status of applicationStatuses) {
      const application: Standing = {
        ...filed,
        status,
        mayAppeal: true,
        ...(status === 'payment-pending' && { unpaid: rupees(50) }),
      };
      hear(look, aTalk(), { type: 'tracked', applications: [application] });
    }
    hear(look, aTalk(), { type: 'rejected', application: { ...filed, mayAppeal: true }, reason: 'Unreadable' });
    hear(look, aTalk(), tapped(command.withdraw(filed.id)));
  },
  'a booking that is moved or given up': (look) => {
    const booking: Standing = { ...filed, status: 'confirmed', mayMove: true, slot: '2026-12-05T10:00' };
    hear(look, aTalk(), { type: 'tracked', applications: [booking] });
    hear(look, aTalk(), tapped(command.bookingCancel(filed.id)));
  },
  'a second one about the same thing': (look) => {
    const talk = aTalk(aForm('birth-certificate', { what: 'summary' }));
    talk.refuses = { key: 'application.duplicateOfAnother', details: {} };
    hear(look, talk, tapped(command.formSubmit));
  },
  'what was told in an earlier application': (look) => {
    const talk = aTalk();
    talk.conversation = {
      ...talk.conversation,
      hasFiled: true,
      consents: { 'hospital-appointment': catalogue.noticeVersion },
    };
    talk.filed = { number: 'WCD-26-1000001-4', answers: { applicant_name: 'Sunita Devi', gender: 'female' } };
    hear(look, talk, tapped(command.apply('hospital-appointment')));
    hear(look, talk, tapped(command.reuse('self')));
  },
  'a day that is put right where several were told': (look) => {
    const dates = { marriage_date: '2026-03-05', groom_dob: '1995-01-10', bride_dob: '1997-02-11' };
    hear(look, aTalk(aForm('marriage-registration', { what: 'summary' }, dates)), typed('no, 7 March'));
  },
  'a word that several choices of a long list have': (look) => {
    const asking = { what: 'question', question: 'complaint_type', tries: 0 } as const;
    hear(look, aTalk(aForm('sanitation-complaint', asking)), typed('पशु'));
  },
  'a bill whose demands stand each for itself': (look) => {
    const talk = aTalk(aForm('e-challan-payment', { what: 'bill' }, { search_value: 'DL8CAB1234' }));
    const demands = Array.from({ length: 12 }, (_, at) => ({
      id: `challan-${at}`,
      period: '2026-11-01',
      amount: rupees(500 + at),
      dueOn: '2026-12-31',
      what: 'red-light',
    }));
    const total = { paise: demands.reduce((sum, { amount }) => sum + amount.paise, 0) };
    const bill = { owner: 'A***a', address: 'DL8CAB1234', total, demands };
    hear(look, talk, { type: 'bill', account: 'DL8CAB1234', bill });
    hear(look, talk, tapped(command.billPick('challan-1')));
  },
};

const filed: Standing = {
  id: 'application-1',
  serviceId: 'birth-certificate',
  kind: 'application',
  acknowledgementNumber: 'MCD-26-1000001-4',
  status: 'submitted',
  filedAt: NOW,
  dueOn: '2026-12-02',
  since: NOW,
};

function aTalk(form?: Form): SimulatedTalk {
  const talk = new SimulatedTalk('en', NOW);
  talk.conversation = { ...talk.conversation, languageChosen: true, ...(form && { form }) };
  return talk;
}

const aForm = (serviceId: string, asking: Form['asking'], answers: Form['answers'] = {}): Form => ({
  applicationId: 'application-2',
  serviceId,
  version: catalogue.find(serviceId)?.version ?? '',
  answers,
  papers: {},
  papersSkipped: [],
  asking,
  step: 1,
  startedAt: NOW,
});

const typed = (text: string): TalkEvent => ({ type: 'heard', content: { type: 'text', text } });
const tapped = (id: string): TalkEvent => ({ type: 'heard', content: { type: 'choice', id } });

function hear(look: Look, talk: SimulatedTalk, event: TalkEvent | Outcome): void {
  look(talk, talk.hear(event));
}
