import type { Assisting } from '#application/ports/in/assisting.ts';
import type { ShownMessage } from '#application/ports/out/screens.ts';
import { SessionOver } from '#domain/assisting/errors.ts';
import type { InboundContent } from '#domain/conversation/message.ts';

/** One open session of the operator Kamla, kept in memory. */
export interface AnAssisting extends Assisting {
  readonly heard: { readonly id: string; readonly content: InboundContent }[];
  readonly shown: ShownMessage[];
  readonly ends: string[];
  isOver: boolean;
  breaksOnce(): void;
}

export const SESSION = 'session-1';

export function anAssisting(): AnAssisting {
  const listeners = new Set<() => void>();
  let breaks = false;
  let lines = 0;
  const call = () => {
    for (const listener of listeners) listener();
  };
  /** Opened on the screen that asks for it. */
  let kiosk = 'K-04';
  const session = {
    id: SESSION,
    citizenId: 'citizen-1',
    operatorId: 'kamla',
    place: 'Karol Bagh',
    language: 'hi',
    consent: { how: 'assisted', noticeVersion: '1', at: '2026-03-05T04:30:00.000Z' },
    openedAt: '2026-03-05T04:30:00.000Z',
    activeAt: '2026-03-05T04:30:00.000Z',
    files: [],
  } as const;
  const assisting: AnAssisting = {
    heard: [],
    shown: [],
    ends: [],
    isOver: false,
    breaksOnce: () => {
      breaks = true;
    },
    limits: {
      idleMinutes: 5,
      cutMinutes: 2,
      mostMinutes: 60,
      filesMinutes: 60,
      enrolmentMinutes: 60,
      noticeVersion: '1',
    },
    sendPassword: async () => ({ minutes: 5 }),
    open: async (_operatorId, opening) => {
      assisting.isOver = false;
      assisting.shown.length = 0;
      kiosk = opening.kiosk;
      return { ...session, kiosk };
    },
    current: async (operatorId) => (assisting.isOver || operatorId !== 'kamla' ? undefined : { ...session, kiosk }),
    hear: async (_operatorId, _session, said) => {
      if (assisting.isOver) throw new SessionOver();
      if (breaks) {
        breaks = false;
        throw new Error('the database is away');
      }
      if (!assisting.heard.some(({ id }) => id === said.id)) assisting.heard.push(said);
    },
    stay: async () => {
      if (assisting.isOver) throw new SessionOver();
    },
    keepFile: async () => `${SESSION}/file-1`,
    fileAt: async (ref) =>
      ref === `${SESSION}/file-1` ? { bytes: Buffer.from('a slip'), mime: 'image/jpeg' } : undefined,
    linkFor: async () => ({ code: 'EK-34AC-DEFG', minutes: 10 }),
    slipFor: async () => ({ code: 'EK-9KMN-PQRT', until: '2026-04-04T04:30:00.000Z' }),
    end: async (_operatorId, _session, why) => {
      assisting.ends.push(why);
      assisting.isOver = true;
      call();
    },
    endAt: async (_kiosk, why) => assisting.end('kamla', SESSION, why),
    show: async (_session, reference, body) => {
      if (assisting.isOver) return false;
      assisting.shown.push({ seq: assisting.shown.length + 1, reference, body });
      call();
      return true;
    },
    shownAfter: async (_session, seq, limit) => assisting.shown.filter((each) => each.seq > seq).slice(0, limit),
    standing: async (sessions) =>
      new Map(assisting.isOver ? [] : sessions.map((each) => [each, { last: assisting.shown.length, lines }])),
    takeLine: async () => {
      lines += 1;
      call();
      return lines;
    },
    onShown: (look) => {
      listeners.add(look);
      return () => listeners.delete(look);
    },
    sweep: async () => undefined,
  };
  return assisting;
}
