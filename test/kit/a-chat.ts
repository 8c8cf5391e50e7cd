import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Entry, GraphStandIn, Person } from '#adapters/stand-ins/graph-api/index.ts';
import { pinoLog } from '#adapters/system/pino-log.ts';
import { type Platform, type StartOptions, startPlatform } from '#config/start.ts';

/** The whole platform, as it runs in demo mode, in a folder of its own that goes when the test is over. */
export interface TestPlatform extends Platform {
  readonly graph: GraphStandIn;
  /** Every log line so far. */
  readonly logged: () => string;
}

export async function aPlatform(
  options: Omit<StartOptions, 'environment'> & { environment?: NodeJS.ProcessEnv } = {},
): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'ek-sandesh-'));
  const lines: string[] = [];
  const platform = await startPlatform({
    log: pinoLog('info', { write: (line) => lines.push(line) }),
    ...options,
    environment: { DATA_DIR: folder, PORT: '0', ...options.environment },
  });
  const graph = platform.installation.standIns.whatsapp;
  if (!graph) throw new Error('the journeys need the built-in stand-in');
  return {
    ...platform,
    graph,
    logged: () => lines.join(''),
    stop: async () => {
      await platform.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One citizen with a phone, who writes and reads. */
export interface Chat {
  says(text: string): Promise<void>;
  taps(title: string): Promise<void>;
  sendsPhoto(bytes: Uint8Array): Promise<void>;
  /** Waits until something with these words has come since the citizen last wrote; returns it. */
  hears(words: string | RegExp): Promise<string>;
  /** Everything that has come, oldest first. */
  heard(): readonly string[];
  /** The PDF that came last. */
  lastDocument(): Uint8Array | undefined;
  /** The address of the link that came last. */
  lastLink(): string | undefined;
}

const PATIENCE_MS = 30_000;

export function aChat({ graph }: { graph: GraphStandIn }, person: Person): Chat {
  const key = person.phone ?? person.userId ?? '';
  const entries = (): readonly Entry[] => graph.transcript(key);
  const fromUs = (): readonly Entry[] => entries().filter(({ direction }) => direction === 'from-us');
  const sinceHeWrote = (): readonly Entry[] =>
    entries().slice(entries().findLastIndex(({ direction }) => direction === 'to-us') + 1);

  const send = async (draft: Parameters<GraphStandIn['sendAs']>[1]): Promise<void> => {
    const { status } = await graph.sendAs(person, draft);
    if (status !== 200) throw new Error(`the webhook was answered ${status}`);
  };
  return {
    says: (text) => send({ type: 'text', text }),
    taps: async (title) => {
      const id = fromUs()
        .toReversed()
        .flatMap((entry) => choicesOf(entry))
        .find((choice) => choice.title === title)?.id;
      if (!id)
        throw new Error(
          `nothing to tap says "${title}"; there is: ${fromUs()
            .flatMap(choicesOf)
            .map((each) => each.title)
            .join(' | ')}`,
        );
      await send({ type: 'choice', id });
    },
    sendsPhoto: (bytes) => send({ type: 'image', bytes, mime: 'image/jpeg' }),
    hears: (words) =>
      soon(
        () =>
          sinceHeWrote()
            .map(textOf)
            .find((text) => (typeof words === 'string' ? text.includes(words) : words.test(text))),
        () => `"${words}" was not heard, but: ${sinceHeWrote().map(textOf).join(' | ')}`,
        graph,
      ),
    heard: () => fromUs().map(textOf),
    lastDocument: () => {
      const id = fromUs()
        .toReversed()
        .map(documentIdOf)
        .find((each) => each !== undefined);
      return id === undefined ? undefined : graph.media(id)?.bytes;
    },
    lastLink: () =>
      fromUs()
        .toReversed()
        .map(linkOf)
        .find((each) => each !== undefined),
  };
}

/** What `find` yields, as soon as it yields something; looked at anew whenever something is said. */
export async function soon<Found>(
  find: () => Found | undefined,
  otherwise: () => string,
  graph: Pick<GraphStandIn, 'subscribe'>,
): Promise<Found> {
  return new Promise<Found>((resolve, reject) => {
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      end();
      resolve(found);
    };
    const unsubscribe = graph.subscribe(look);
    const patience = setTimeout(() => {
      end();
      reject(new Error(otherwise()));
    }, PATIENCE_MS);
    const end = (): void => {
      unsubscribe();
      clearTimeout(patience);
    };
    look();
  });
}

interface Interactive {
  readonly body?: { readonly text: string };
  readonly action?: {
    readonly buttons?: readonly { readonly reply: { readonly id: string; readonly title: string } }[];
    readonly sections?: readonly { readonly rows: readonly { readonly id: string; readonly title: string }[] }[];
    readonly parameters?: { readonly url?: string };
  };
}

const interactiveOf = ({ message }: Entry): Interactive | undefined => message.interactive as Interactive | undefined;

function textOf(entry: Entry): string {
  const { message } = entry;
  const parts = [
    (message.text as { body?: string } | undefined)?.body,
    interactiveOf(entry)?.body?.text,
    (message.document as { caption?: string } | undefined)?.caption,
  ];
  return parts.filter(Boolean).join('\n');
}

const choicesOf = (entry: Entry): readonly { id: string; title: string }[] => {
  const { buttons = [], sections = [] } = interactiveOf(entry)?.action ?? {};
  return [...buttons.map(({ reply }) => reply), ...sections.flatMap(({ rows }) => rows)];
};

const linkOf = (entry: Entry): string | undefined => interactiveOf(entry)?.action?.parameters?.url;

const documentIdOf = ({ message }: Entry): string | undefined => (message.document as { id?: string } | undefined)?.id;
