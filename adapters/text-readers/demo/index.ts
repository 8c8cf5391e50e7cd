import type { TextReader } from '#application/ports/out/text-reader.ts';
import type { PaperProblem, Reading } from '#domain/document/reading.ts';
import { ReaderDown } from '#domain/shared/failure.ts';
import type { TextReaderPlugin } from '../text-reader-plugin.ts';

export type DemoSettings = Readonly<Record<string, never>>;

/** What a demo file says of itself, behind the mark. */
interface Script {
  readonly type?: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly problems?: readonly PaperProblem[];
  /** Throw instead: `later` may succeed when tried again, `never` will not. */
  readonly fail?: 'later' | 'never';
}

const MARK = 'ek-sandesh-demo-paper:';

/** The bytes of a paper that the demo reader reads as told: a mark and a line of JSON, in front of anything or nothing. */
export const demoPaper = (script: Script, before = ''): Buffer =>
  Buffer.from(`${before}${MARK}${JSON.stringify(script)}\n`);

/** Reads what the file itself says, so that a demonstration or a test needs no recogniser. */
export const demo: TextReaderPlugin<DemoSettings> = {
  name: 'demo',
  open: (_settings, { mostMegabytes }): TextReader => ({
    name: 'demo',
    read: async (file, expected) =>
      file.byteLength > mostMegabytes * 1_000_000 ? unusable('tooLarge') : read(file, expected),
    check: async () => ({ ok: true, note: 'demo' }),
  }),
};

function read(file: Uint8Array, expected: readonly string[]): Reading {
  const script = scriptOf(file);
  if (!script) return unusable('notAPaper');
  if (script.fail) throw new ReaderDown('demo', { retry: script.fail === 'later' });
  const { type, problems = [] } = script;
  if (type === undefined || problems.length > 0)
    return unusable(...(problems.length > 0 ? problems : ['noText' as const]));
  const facts = Object.entries(script.facts ?? {}).map(([name, value]) => [
    name,
    { value, confidence: 0.95, source: 'text' },
  ]);
  const wrong = expected.length > 0 && !expected.includes(type);
  return {
    type,
    quality: wrong ? 'poor' : 'good',
    facts: Object.fromEntries(facts),
    problems: wrong ? ['wrongType'] : [],
  };
}

const unusable = (...problems: PaperProblem[]): Reading => ({ quality: 'unusable', facts: {}, problems });

function scriptOf(file: Uint8Array): Script | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const at = bytes.indexOf(MARK);
  if (at < 0) return undefined;
  const [line = ''] = bytes.toString('utf8', at + MARK.length).split('\n', 1);
  try {
    const script: unknown = JSON.parse(line);
    return typeof script === 'object' && script !== null ? script : undefined;
  } catch {
    return undefined;
  }
}
