import { useEffect, useState } from 'preact/hooks';
import { fetchJson, Refused, toLogin } from '#adapters/web/page/fetch-json.ts';
import type { KioskInfo, Standing } from './api.ts';
import { canBeKiosk, deviceProof, enrol, forgetKiosk, standingOf, thisKiosk } from './device.ts';
import { enrolsItself } from './words.ts';

const TELL_EVERY_MS = 20_000;

interface ThisKiosk {
  /** Absent: this browser is none, or it is not known yet. */
  readonly kiosk: KioskInfo | undefined;
  readonly isLookedUp: boolean;
  /** Asks the server how this kiosk stands now, and for the session that is open here. */
  readonly ask: () => Promise<Standing>;
  readonly become: (kiosk: KioskInfo) => void;
}

/** Which kiosk this browser is, and whether it may serve. With a citizen the line tells of a change, and otherwise this. */
export function useThisKiosk(isServing: boolean): ThisKiosk {
  const [kiosk, become] = useState<KioskInfo>();
  const [isLookedUp, setLookedUp] = useState(false);

  const ask = async (): Promise<Standing> => {
    const standing = await standingHere();
    become(standing.kiosk);
    setLookedUp(true);
    return standing;
  };
  useEffect(() => {
    if (isServing || !isLookedUp) return undefined;
    const tell = async (): Promise<void> => {
      try {
        if (kiosk?.state === 'enrolled') await fetchJson('/kiosk/api/present', { device: await deviceProof() });
        else await ask();
      } catch (error) {
        if (!(error instanceof Refused)) return;
        if (error.status === 401) return toLogin();
        await ask().catch(() => undefined);
      }
    };
    const timer = setInterval(() => void tell(), TELL_EVERY_MS);
    return () => clearInterval(timer);
  }, [isServing, isLookedUp, kiosk?.state]);
  return { kiosk, isLookedUp, ask, become };
}

/** In a demonstration a browser that is no kiosk becomes one. */
async function standingHere(): Promise<Standing> {
  const standing = await standingOf(await thisKiosk());
  if (standing.kiosk || !enrolsItself || !canBeKiosk()) return standing;
  await forgetKiosk();
  return { ...standing, kiosk: await enrol() };
}
