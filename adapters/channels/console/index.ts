import { mkdir } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import type { Capabilities, Channel } from '#application/ports/out/channel.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { ChannelPlugin, ChannelWorld, OpenChannel } from '../channel-plugin.ts';
import { listen } from './listen.ts';
import { readFileAt } from './read-file-at.ts';
import { say } from './say.ts';

export interface ConsoleSettings {
  readonly input: Readable;
  readonly output: Writable;
  /** Where documents that we send are written. */
  readonly folder: string;
  /** Who sits at the terminal; one citizen as long as it stays the same. */
  readonly user?: string;
}

// A terminal takes any length.
const capabilities: Capabilities = {
  maxTextLength: Number.MAX_SAFE_INTEGER,
  buttons: 0,
  listRows: 0,
  attachments: true,
};

/** The platform in a terminal, for one citizen: no account, no phone, no HTTP. */
export const consoleChannel: ChannelPlugin<ConsoleSettings> = {
  name: 'console',
  serves: 'console',
  capabilities,
  open: openConsole,
};

function openConsole(settings: ConsoleSettings, world: ChannelWorld): OpenChannel {
  const from: ContactPoint = { channel: 'console', kind: 'user-id', address: settings.user ?? 'terminal' };
  /** The choices printed last, in the order of their numbers. */
  let offered: readonly (string | undefined)[] = [];
  const listener = listen(settings.input, { from, world, choiceAt: (number) => offered[number - 1] });

  const send: Channel['send'] = async (message, { reference }) => {
    if (message.choices?.length)
      offered = message.choices.map(({ id, byWord }) => (byWord === undefined ? id : undefined));
    await say(message, settings);
    return [reference];
  };
  return {
    name: consoleChannel.name,
    serves: consoleChannel.serves,
    capabilities,
    routes: [],
    send,
    fetchMedia: ({ ref }, maxBytes) => readFileAt(ref, maxBytes),
    async check() {
      await mkdir(settings.folder, { recursive: true });
      return { ok: true };
    },
    finished: listener.finished,
    close: () => listener.close(),
  };
}
