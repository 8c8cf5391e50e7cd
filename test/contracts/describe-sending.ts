import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Destination, WordedMessage } from '#application/ports/out/channel.ts';
import type { Shown } from './shown.ts';

export interface SendingCase {
  readonly channel: Channel;
  readonly to: Destination;
  /** What was shown since it was last asked. */
  shown(): readonly Shown[];
  /** How many messages each law is tried with; fewer suffice for what another test has tried with another provider. */
  readonly runs?: number;
  close(): Promise<void>;
}

/** How many messages each law is tried with, unless told. */
export const RUNS = 40;

// Letters with vowel signs, emoji of several code points, spaces and paragraphs: what splitting could break.
const piece = fc.constantFrom('a', 'word ', 'क्षि', 'नमस्ते ', '👩‍👩‍👧', '🇮🇳', '. ', '।\n', '\n\n', 'x'.repeat(70));
export const someText = (pieces: { readonly minLength: number; readonly maxLength: number }) =>
  fc.array(piece, pieces).map((all) => `${all.join('')}.`);

const label = someText({ minLength: 0, maxLength: 12 }).map((text) => text.replaceAll('\n', ' '));
const url = fc.webUrl().map((each) => encodeURI(each.replaceAll("'", '')));
const choice = fc.record({ label, description: label }, { requiredKeys: ['label'] });
export const anyMessage: fc.Arbitrary<WordedMessage> = fc.record(
  {
    text: someText({ minLength: 1, maxLength: 60 }),
    choices: fc
      .array(choice, { maxLength: 23, size: 'max' })
      .map((all) => all.map((each, i) => ({ ...each, id: `answer/choice-${i}` }))),
    listTitle: label,
    link: fc.record({ label, url }),
    document: fc.record({
      bytes: fc.constant(Buffer.from('%PDF-1.7 receipt')),
      mime: fc.constant('application/pdf'),
      fileName: fc.constant('receipt.pdf'),
      link: fc.constant('https://sandesh.example/d/1'),
    }),
    asksLocation: fc.constant('Send the place'),
    asksNumber: fc.constant('Share my number'),
  },
  { requiredKeys: ['text'] },
);

/** Laws of everything that is sent, whatever the way to the citizen. `open` is called once. */
export function describeSending(name: string, open: () => Promise<SendingCase>): void {
  describe(`${name}, sending`, () => {
    let sending: SendingCase;
    beforeAll(async () => {
      sending = await open();
    });
    afterAll(() => sending.close());

    const send = async (message: WordedMessage): Promise<readonly Shown[]> => {
      sending.shown();
      await sending.channel.send(message, sending.to);
      return sending.shown();
    };

    it('keeps every payload within the capabilities', async () => {
      const { maxTextLength, buttons, listRows } = sending.channel.capabilities;
      await fc.assert(
        fc.asyncProperty(anyMessage, async (message) => {
          for (const shown of await send(message)) {
            expect((shown.text ?? '').length).toBeLessThanOrEqual(maxTextLength);
            expect((shown.buttons ?? []).length).toBeLessThanOrEqual(buttons);
            expect((shown.rows ?? []).length).toBeLessThanOrEqual(listRows);
          }
        }),
        { numRuns: sending.runs ?? RUNS },
      );
    });

    it('offers every choice in order, to be tapped or by its number', async () => {
      await fc.assert(
        fc.asyncProperty(anyMessage, async (message) => {
          const all = await send(message);
          const tappable = all.flatMap(({ buttons = [], rows = [] }) => [...buttons, ...rows]).map(({ id }) => id);
          const text = all.map((shown) => shown.text ?? '').join('\n');
          const choices = message.choices ?? [];
          if (tappable.length > 0) expect(tappable).toEqual(choices.map(({ id }) => id));
          else expect(inOrder(text, numberedLabels(choices))).toBe(true);
        }),
        { numRuns: sending.runs ?? RUNS },
      );
    });

    it('shows where a link leads', async () => {
      await fc.assert(
        fc.asyncProperty(anyMessage, url, async (message, address) => {
          const all = await send({ ...message, link: { label: 'Pay', url: address } });
          expect(all.some(({ link, text }) => link === address || text?.includes(address))).toBe(true);
        }),
        { numRuns: sending.runs ?? RUNS },
      );
    });

    it('hands a document over, or says where it is', async () => {
      const document = { bytes: Buffer.from('%PDF-1.7'), mime: 'application/pdf', fileName: 'receipt.pdf' };
      const link = 'https://sandesh.example/d/1';
      const all = await send({ text: 'Your receipt', document: { ...document, link } });
      expect(all.some(({ hasDocument, text }) => hasDocument === true || text?.includes(link))).toBe(true);
    });

    it('says long texts whole, in as many parts as it takes', async () => {
      await fc.assert(
        fc.asyncProperty(someText({ minLength: 200, maxLength: 600 }), async (text) => {
          const said = (await send({ text })).map((shown) => shown.text ?? '').join('');
          expect(said.replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
        }),
        { numRuns: sending.runs ?? RUNS },
      );
    });

    it('gives an id for each payload', async () => {
      sending.shown();
      const ids = await sending.channel.send({ text: 'Namaste' }, sending.to);
      expect(ids).toHaveLength(sending.shown().length);
      expect(ids.every((id) => id !== '')).toBe(true);
    });
  });
}

const numberedLabels = (choices: NonNullable<WordedMessage['choices']>): string[] =>
  choices.flatMap((each, i) => [String(i + 1), each.label.trim()]);

/** Do all the parts stand in the text, one after the other? */
function inOrder(text: string, parts: readonly string[]): boolean {
  const folded = text.replaceAll(/\s+/g, ' ');
  let from = 0;
  return parts.every((part) => {
    const at = folded.indexOf(part.replaceAll(/\s+/g, ' '), from);
    from = at + part.replaceAll(/\s+/g, ' ').length;
    return at >= 0;
  });
}
