import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SessionInfo } from './api.ts';
import { Bar } from './bar.tsx';
import { closeElsewhere } from './elsewhere.ts';
import { Enrolment } from './enrolment.tsx';
import { applyLooks, storedLooks } from './looks.ts';
import { clearPrints } from './print.ts';
import { hush } from './speech.ts';
import { Start } from './start.tsx';
import { Stopped } from './stopped.tsx';
import { Talk } from './talk.tsx';
import { useThisKiosk } from './this-kiosk.ts';
import { languageNow, type PageLanguage, setLanguage } from './words.ts';

/** The whole screen: between citizens the start, with a citizen his talk. */
export function Kiosk(): JSX.Element {
  const [language, choose] = useState<PageLanguage>(languageNow());
  const [looks, setLooks] = useState(storedLooks);
  const [session, setSession] = useState<SessionInfo>();
  /** Why the last session is over; shown to the operator. */
  const [ended, setEnded] = useState<string>();
  const { kiosk, isLookedUp, ask, become } = useThisKiosk(session !== undefined);

  const resume = async (): Promise<void> => setSession((await ask()).session);
  useEffect(() => {
    // After a reload of the page the operator's session goes on; but two windows must not take it from each other for ever.
    const whatThere = wasReplaced() ? ask() : resume();
    whatThere.catch(() => undefined);
  }, []);
  useEffect(() => applyLooks(looks), [looks]);
  useEffect(() => setLanguage(language), [language]);
  setLanguage(language);

  const wipe = (reason: string, told?: Promise<unknown>): void => {
    hush();
    closeElsewhere();
    clearPrints();
    if (reason === 'disabled' && kiosk) become({ ...kiosk, state: 'disabled' });
    setSession(undefined);
    setEnded(reason);
    choose('hi');
    void startAnew(reason, told);
  };
  const begin = (opened: SessionInfo): void => {
    setEnded(undefined);
    setSession(opened);
  };

  const screen = (): JSX.Element | undefined => {
    if (session) return <Talk key={session.id} session={session} looks={looks} language={language} onOver={wipe} />;
    if (!isLookedUp) return undefined;
    if (kiosk?.state === 'disabled') return <Stopped kiosk={kiosk.id} />;
    if (kiosk?.state !== 'enrolled') return <Enrolment onEnrolled={become} />;
    return <Start language={language} onBegun={begin} onResume={resume} {...(ended && { ended })} />;
  };
  return (
    <div class="kiosk" lang={language}>
      <Bar
        language={language}
        onLanguage={choose}
        looks={looks}
        onLooks={setLooks}
        {...(kiosk && { kiosk })}
        {...(session && { session })}
      />
      {screen()}
    </div>
  );
}

const wasReplaced = (): boolean => new URLSearchParams(location.search).get('ended') === 'replaced';

/** A fresh page holds nothing in its memory. Without a line it cannot be fetched, and this one stays, empty. */
async function startAnew(reason: string, told?: Promise<unknown>): Promise<void> {
  // Before the server knows, a fresh page would be given the session again.
  await told?.catch(() => undefined);
  const address = new URL(location.href);
  address.searchParams.set('ended', reason);
  address.searchParams.delete('lang');
  const isThere = await fetch('/kiosk/api/session').then(
    ({ ok }) => ok,
    () => false,
  );
  if (isThere) location.replace(address);
}
