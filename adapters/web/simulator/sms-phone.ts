import type { Bubble } from './page/api.ts';
import type { Phone } from './phone.ts';

/** What the simulator needs of a stand-in that speaks an SMS provider's wire format; the container passes the real one. */
export interface SmsStandIn {
  sendAs(phone: string, text: string): Promise<unknown>;
  call(phone: string): Promise<unknown>;
  transcript(phone?: string): readonly SmsEntry[];
  subscribe(listener: (event: { readonly entry: SmsEntry }) => void): () => void;
  failNext(failure: 'server-error' | 'unreachable-later'): void;
}

export interface SmsEntry {
  readonly id: string;
  readonly direction: 'to-us' | 'from-us';
  readonly type: 'sms' | 'call';
  readonly user: string;
  readonly at: number;
  readonly text: string;
}

/** A keypad phone: it writes and shows texts, rings, and nothing else. */
export const smsPhone = (standIn: SmsStandIn): Phone => ({
  kind: 'sms',
  async act({ user }, act) {
    if (act.type === 'text') await standIn.sendAs(user, act.text);
  },
  call: async ({ user }) => void (await standIn.call(user)),
  mishaps: ['busy', 'unreachable'],
  fail: (how) => standIn.failNext(how === 'busy' ? 'server-error' : 'unreachable-later'),
  bubbles: (user) => standIn.transcript(user).map(bubbleOf),
  subscribe: (listener) => standIn.subscribe(({ entry }) => listener(bubbleOf(entry))),
});

const bubbleOf = ({ id, user, direction, type, at, text }: SmsEntry): Bubble => ({
  id,
  user,
  at,
  text,
  isMine: direction === 'to-us',
  ...(type === 'call' && { isCall: true }),
});
