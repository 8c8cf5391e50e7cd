import { command } from '#domain/conversation/commands.ts';
import type { InboundContent } from '#domain/conversation/message.ts';

interface MenuEntry {
  /** Behind the slash: small Latin letters only. */
  readonly word: string;
  /** The key of what stands beside it. */
  readonly label: string;
  readonly means: InboundContent;
}

const tap = (id: string): InboundContent => ({ type: 'choice', id });

/** Telegram's own menu, beside the line where one writes: the ways that are open at any time. */
export const menu: readonly MenuEntry[] = [
  { word: 'services', label: 'menu.services', means: tap(command.services) },
  { word: 'status', label: 'menu.mine', means: tap(command.mine) },
  { word: 'language', label: 'menu.language', means: tap(command.languages) },
  { word: 'person', label: 'talk.person', means: tap(command.human) },
  { word: 'help', label: 'menu.help', means: { type: 'text', text: 'help' } },
  { word: 'stop', label: 'menu.stop', means: { type: 'text', text: 'STOP' } },
];
