import { useEffect, useRef, useState } from 'preact/hooks';
import { fetchJson } from '#adapters/web/page/fetch-json.ts';
import type { Act, Bubble, FormStep, FormView, PhoneKind } from './api.ts';
import { nameOf } from './holders.ts';

export interface Talks {
  readonly bubbles: readonly Bubble[];
  readonly isOnline: boolean;
  /** The platform has just read the last message and not answered it yet. */
  readonly isTyping: boolean;
  readonly unread: Readonly<Record<string, number>>;
}

/** The provider lets the three dots go after this long, answer or not. */
const TYPING_MS = 25_000;

type Kept = ReadonlyMap<string, Bubble>;

/** The talks of everybody who holds this phone, live; it is off while nobody does. */
export function useTalks(kind: PhoneKind, user: string, users: readonly string[]): Talks {
  const [kept, setKept] = useState<Kept>(new Map());
  const [isOnline, setOnline] = useState(false);
  const [lastRead, setLastRead] = useState<string>();
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const followed = [...users].sort().join(',');

  useEffect(() => {
    if (followed === '') return;
    const events = new EventSource(`/simulator/live/${kind}?users=${encodeURIComponent(followed)}`);
    events.addEventListener('open', () => setOnline(true));
    events.addEventListener('error', () => setOnline(false));
    events.addEventListener('all', ({ data }) => {
      const all: Bubble[] = JSON.parse(data);
      setKept(new Map(all.map((bubble) => [bubble.id, bubble])));
      setSeen(new Set(all.map(({ id }) => id)));
    });
    events.addEventListener('one', ({ data }) => {
      const bubble: Bubble = JSON.parse(data);
      setKept((before) => new Map(before).set(bubble.id, bubble));
      if (bubble.ticks === 'read') setLastRead(bubble.id);
    });
    return () => events.close();
  }, [kind, followed]);

  const all = [...kept.values()];
  const bubbles = all.filter((bubble) => bubble.user === user);
  const newest = bubbles.at(-1)?.id;
  useEffect(() => {
    setSeen((before) => new Set([...before, ...bubbles.map(({ id }) => id)]));
  }, [user, newest]);

  const isTyping = useForAWhile(newest === lastRead ? newest : undefined, TYPING_MS);

  return {
    bubbles,
    isOnline,
    isTyping,
    unread: countUnread(all.filter(({ id, isMine }) => !isMine && !seen.has(id))),
  };
}

/** Whether `what` came up less than so long ago. */
function useForAWhile(what: string | undefined, milliseconds: number): boolean {
  const [over, setOver] = useState<string>();
  useEffect(() => {
    if (what === undefined) return;
    const timer = setTimeout(() => setOver(what), milliseconds);
    return () => clearTimeout(timer);
  }, [what, milliseconds]);
  return what !== undefined && what !== over;
}

const countUnread = (bubbles: readonly Bubble[]): Record<string, number> =>
  bubbles.reduce<Record<string, number>>(
    (counts, { user }) => Object.assign(counts, { [user]: (counts[user] ?? 0) + 1 }),
    {},
  );

export interface Hand {
  act(act: Act): Promise<void>;
  sendFile(file: File): Promise<void>;
  form(step: FormStep): Promise<FormView>;
}

/** What the holder of the phone can do. @throws Refused, TypeError */
export function useHand(kind: PhoneKind, user: string): Hand {
  const holder = useRef({ user, name: nameOf(user) });
  holder.current = { user, name: nameOf(user) };
  return {
    act: (act) => fetchJson(`/simulator/api/${kind}/acts`, { holder: holder.current, act }),
    form: (step) => fetchJson(`/simulator/api/${kind}/form`, { holder: holder.current, step }),
    sendFile: async (file) => {
      const query = new URLSearchParams({ ...holder.current, file: file.name });
      const headers = { 'content-type': file.type || 'application/octet-stream' };
      const response = await fetch(`/simulator/api/${kind}/files?${query}`, { method: 'POST', headers, body: file });
      if (!response.ok) throw new TypeError(response.statusText);
    },
  };
}
