import type { Draft, Entry, GraphStandIn, Person } from '#adapters/stand-ins/graph-api/index.ts';

/** One citizen with a phone, who writes and reads. */
export interface Chat {
  says(text: string): Promise<void>;
  /** Taps what was offered last under this title or id. */
  taps(choice: string): Promise<void>;
  sendsPhoto(bytes: Uint8Array, mime?: string): Promise<void>;
  sends(draft: Draft): Promise<void>;
  /** Waits until something with these words has come since the citizen last did something; returns it. */
  hears(words: string | RegExp): Promise<string>;
  /** Waits for something with these words, whenever it came: what is said without having been asked for. */
  receivesText(words: string | RegExp): Promise<string>;
  /** Waits until there are so many documents with these words; returns the last one. */
  receives(words: string | RegExp, count?: number): Promise<ReceivedDocument>;
  /** Everything that has come, oldest first. */
  heard(): readonly string[];
  /** What can be tapped on the last message with choices. */
  offered(): readonly string[];
  /** The address of the link that came last. */
  lastLink(): string | undefined;
  /** The whole talk, to be read by a person. */
  transcript(): string;
}

export interface ReceivedDocument {
  readonly text: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Real work is waited for: reading a photograph takes seconds on a slow machine. */
const PATIENCE_MS = 50_000;

export function aChat({ graph }: { readonly graph: GraphStandIn }, person: Person): Chat {
  const key = person.phone ?? person.userId ?? '';
  const entries = (): readonly Entry[] => graph.transcript(key);
  const fromUs = (): readonly Entry[] => entries().filter(({ direction }) => direction === 'from-us');
  const sinceHeWrote = (): readonly Entry[] =>
    entries().slice(entries().findLastIndex(({ direction }) => direction === 'to-us') + 1);
  const shown = (): string => entries().slice(-12).map(asLine).join('\n');

  const send = async (draft: Draft): Promise<void> => {
    const { status } = await graph.sendAs(person, draft);
    if (status !== 200) throw new Error(`the webhook was answered ${status}`);
  };
  const chat: Chat = {
    says: (text) => send({ type: 'text', text }),
    sends: send,
    taps: async (wanted) => {
      const choice = () =>
        fromUs()
          .toReversed()
          .flatMap(choicesOf)
          .find(({ id, title }) => title === wanted || id === wanted);
      // It stands under the last of several messages, which may be still to come.
      const { id } = await soon(graph, choice, () => `nothing to tap says "${wanted}":\n${shown()}`);
      await send({ type: 'choice', id });
    },
    sendsPhoto: (bytes, mime = 'image/jpeg') => send({ type: 'image', bytes, mime }),
    hears: (words) =>
      soon(
        graph,
        () => sinceHeWrote().map(textOf).find(matching(words)),
        () => `${words} was not heard:\n${shown()}`,
      ),
    receivesText: (words) =>
      soon(
        graph,
        () => fromUs().map(textOf).findLast(matching(words)),
        () => `${words} did not come:\n${shown()}`,
      ),
    receives: (words, count = 1) => {
      const documents = (): readonly Entry[] =>
        fromUs().filter((entry) => documentOf(entry) !== undefined && matching(words)(textOf(entry)));
      return soon(
        graph,
        () => (documents().length >= count ? received(documents().at(-1), graph) : undefined),
        () => `document ${count} with ${words} did not come:\n${shown()}`,
      );
    },
    heard: () => fromUs().map(textOf),
    offered: () =>
      fromUs()
        .toReversed()
        .map((entry) => choicesOf(entry).map(({ title }) => title))
        .find((titles) => titles.length > 0) ?? [],
    lastLink: () =>
      fromUs()
        .toReversed()
        .map(linkOf)
        .find((each) => each !== undefined),
    transcript: () => entries().map(asLine).join('\n'),
  };
  return chat;
}

const matching =
  (words: string | RegExp) =>
  (text: string): boolean =>
    typeof words === 'string' ? text.includes(words) : words.test(text);

/** What `find` yields, as soon as it yields something; looked at anew whenever something is said. */
export async function soon<Found>(
  standIn: { subscribe(look: () => void): () => void },
  find: () => Found | undefined,
  otherwise: () => string,
): Promise<Found> {
  return new Promise<Found>((resolve, reject) => {
    const look = (): void => {
      const found = find();
      if (found === undefined) return;
      end();
      resolve(found);
    };
    const unsubscribe = standIn.subscribe(look);
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
    readonly parameters?: { readonly url?: string; readonly flow_cta?: string };
  };
}

interface SentDocument {
  readonly id?: string;
  readonly filename?: string;
  readonly caption?: string;
}

const interactiveOf = ({ message }: Entry): Interactive | undefined => message.interactive as Interactive | undefined;
const documentOf = ({ message }: Entry): SentDocument | undefined =>
  (message.document ?? message.image) as SentDocument | undefined;
const linkOf = (entry: Entry): string | undefined => interactiveOf(entry)?.action?.parameters?.url;

function textOf(entry: Entry): string {
  const written = entry.message.text as { readonly body?: string } | undefined;
  return [entry.shown?.text, written?.body, interactiveOf(entry)?.body?.text, documentOf(entry)?.caption]
    .filter(Boolean)
    .join('\n');
}

const choicesOf = (entry: Entry): readonly { id: string; title: string }[] => {
  const { buttons = [], sections = [] } = interactiveOf(entry)?.action ?? {};
  return [
    ...(entry.shown?.buttons ?? []),
    ...buttons.map(({ reply }) => reply),
    ...sections.flatMap(({ rows }) => rows),
  ];
};

function received(entry: Entry | undefined, graph: GraphStandIn): ReceivedDocument | undefined {
  const document = entry && documentOf(entry);
  const file = document?.id === undefined ? undefined : graph.media(document.id);
  return entry && file && { text: textOf(entry), fileName: document?.filename ?? '', bytes: file.bytes };
}

function asLine(entry: Entry): string {
  const tapped = interactiveOf(entry) as
    | { button_reply?: { title: string }; list_reply?: { title: string } }
    | undefined;
  const reply = tapped?.button_reply ?? tapped?.list_reply;
  const said = reply ? `(tap) ${reply.title}` : textOf(entry) || `(${entry.message.type})`;
  const file = entry.direction === 'from-us' ? documentOf(entry)?.filename : undefined;
  const link = linkOf(entry);
  const form = interactiveOf(entry)?.action?.parameters?.flow_cta;
  const parts = [
    said.replaceAll('\n', '\n   '),
    ...(file ? [`(file ${file})`] : []),
    ...(link ? [`(link ${link})`] : []),
    ...(form ? [`(form ${form})`] : []),
    ...choicesOf(entry).map(({ title }) => `[${title}]`),
  ];
  return `${entry.direction === 'to-us' ? 'C' : 'E'}: ${parts.join(' ')}`;
}
