import { serviceKey } from '../catalogue/catalogue.ts';
import type { ServiceId } from '../shared/ids.ts';
import { phrase } from '../shared/phrase.ts';
import { command } from './commands.ts';
import type { Form } from './conversation.ts';
import type { Choice } from './message.ts';
import { choice, type TurnInHand } from './turn.ts';

/** Puts the open form away, so that another service can be begun: what was told waits. One that is empty is let go. */
export function putAside(turn: TurnInHand): void {
  const { form, drafts = [] } = turn.conversation;
  if (!form) return;
  turn.endForm();
  if (Object.keys({ ...form.answers, ...form.papers }).length === 0) return;
  const { leaving: _asked, ...rest } = form;
  turn.change({ drafts: [...drafts.filter(({ serviceId }) => serviceId !== form.serviceId), resting(rest)] });
  turn.say(phrase('form.putAside', { service: { phrase: phrase(serviceKey.name(form.serviceId)) } }));
}

/** Nobody waits for a paper that was being read: it is asked for again. */
const resting = (form: Form): Form =>
  form.asking.what === 'reading'
    ? { ...form, asking: { what: 'paper', requirement: form.asking.requirement, tries: form.asking.tries } }
    : form;

/** The form that waits for this service becomes the open one. Returns whether there was one. */
export function takeUp(turn: TurnInHand, service: ServiceId): boolean {
  const { drafts = [] } = turn.conversation;
  const draft = drafts.find(({ serviceId }) => serviceId === service);
  if (!draft) return false;
  turn.change({ form: draft, drafts: drafts.filter((each) => each !== draft) });
  return true;
}

/** A way to the form that waits longest. */
export function draftChoice(turn: TurnInHand): readonly Choice[] {
  const [draft] = turn.conversation.drafts ?? [];
  return draft ? [choice(command.apply(draft.serviceId), 'form.openDraft')] : [];
}
