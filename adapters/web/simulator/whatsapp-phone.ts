import { createHash } from 'node:crypto';
import { sentData, viewOf } from './form.ts';
import { type Bubble, mishaps } from './page/api.ts';
import { type Holder, type Phone, type PhoneAct, SLOW_MS } from './phone.ts';
import type { StandInDraft, StandInEntry, StandInForm, StandInPerson, WhatsAppStandIn } from './stand-in.ts';
import { bubbleOf, updatedOrder } from './whatsapp-bubble.ts';

/** A phone with WhatsApp, over a stand-in for the provider. */
export function whatsAppPhone(standIn: WhatsAppStandIn): Phone {
  /** Messages that the platform has answered with 200. */
  const taken = new Set<string>();
  /** The forms that are open, by who holds the phone. */
  const open = new Map<string, StandInForm>();
  const listeners = new Set<(bubble: Bubble) => void>();
  const show = (entry: StandInEntry): Bubble => bubbleOf(entry, standIn, taken.has(entry.id));
  const tell = (entry: StandInEntry) => {
    for (const listener of listeners) listener(show(entry));
  };
  standIn.subscribe(({ entry }) => {
    tell(entry);
    const paid = updatedOrder(entry);
    const card = paid && standIn.transcript(entry.user).find((each) => show(each).order?.reference === paid);
    if (card) tell(card);
  });

  return {
    kind: 'whatsapp',
    async act(holder, act) {
      const { messageId, status } = await standIn.sendAs(personOf(holder), draftOf(act));
      const entry = standIn.transcript(holder.user).find(({ id }) => id === messageId);
      if (status !== 200 || !entry) return;
      taken.add(messageId);
      tell(entry);
    },
    bubbles: (user) => standIn.transcript(user).map(show),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async form({ user }, step) {
      if (step.type === 'open') {
        const form = await standIn.openForm(user);
        open.set(user, form);
        return viewOf(form, form.shown);
      }
      const form = open.get(user);
      if (form?.shown.screen !== step.screen) return { state: 'over' };
      return viewOf(form, await form.send({ ...sentData(form, step) }));
    },
    pay: async (reference, outcome) => void (await standIn.pay(reference, outcome)),
    mishaps,
    fail: (how) => standIn.failNext(FAILURES[how]),
    media: (id) => standIn.media(id),
  };
}

const FAILURES = { busy: 'server-error', unreachable: 'undeliverable', slow: { delayMs: SLOW_MS } } as const;

/** A number comes with a user id beside it, as the provider sends it now; who hides the number has the id alone. */
function personOf({ user, name }: Holder): StandInPerson {
  const named = name === undefined ? {} : { name };
  if (!user.startsWith('+')) return { userId: user, ...named };
  const userId = `IN.${createHash('sha256').update(user).digest('hex').slice(0, 16).toUpperCase()}`;
  return { phone: user, userId, ...named };
}

function draftOf(act: PhoneAct): StandInDraft {
  if (act.type !== 'file') return act;
  const { bytes, mime, fileName } = act;
  const [kind = ''] = mime.split('/');
  const type = kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'document';
  return { type, bytes, mime, fileName };
}
