import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TextReaderPlugin, TextReaderWorld } from '#adapters/text-readers/text-reader-plugin.ts';
import type { TextReader } from '#application/ports/out/text-reader.ts';
import type { PaperProblem } from '#domain/document/reading.ts';
import { ReaderDown } from '#domain/shared/failure.ts';
import { isDate } from '#domain/shared/time.ts';
import { program } from '#test/kit/papers.ts';
import { chances } from '#test/kit/photograph.ts';

interface Example {
  readonly name: string;
  readonly file: () => Uint8Array | Promise<Uint8Array>;
  readonly expected: readonly string[];
}

export interface TextReaderExamples<Settings> {
  readonly settings: Settings;
  /** Fact names of every document type that the examples hold. */
  readonly factNames: Readonly<Record<string, readonly string[]>>;
  readonly reads: readonly (Example & {
    readonly type: string | undefined;
    readonly facts: Readonly<Record<string, string>>;
  })[];
  readonly refuses: readonly (Example & { readonly problem: PaperProblem })[];
  /** Files at which this reader itself gives up, and whether trying again may help. */
  readonly fails?: readonly (Example & { readonly retry: boolean })[];
  /** What no log line may hold: values of the papers above. */
  readonly secrets: readonly string[];
}

/** The laws of every text reader. */
export function describeTextReader<Settings>(
  plugin: TextReaderPlugin<Settings>,
  examples: TextReaderExamples<Settings>,
): void {
  describe(`the text reader ${plugin.name}`, { timeout: 30_000 }, () => {
    const logged: unknown[] = [];
    const note = (...line: unknown[]): void => {
      logged.push(line);
    };
    let reader: TextReader;
    beforeAll(() => {
      const log = { info: note, warn: note, alarm: note };
      const world: TextReaderWorld = { log, clock: { now: () => '2026-11-02T04:30:00.000Z' }, mostMegabytes: 10 };
      reader = plugin.open(examples.settings, world);
    });
    afterAll(() => reader.close?.());

    it('has the name by which config calls it', () => {
      expect(reader.name).toBe(plugin.name);
    });

    it('finds itself well set up', async () => {
      expect(await reader.check()).toMatchObject({ ok: true });
    });

    it.each(examples.reads)('reads $name', async ({ file, expected, type, facts }) => {
      const reading = await reader.read(await file(), expected);
      const values = Object.fromEntries(Object.entries(reading.facts).map(([name, { value }]) => [name, value]));
      expect({ type: reading.type, quality: reading.quality, values }).toEqual({
        type,
        quality: 'good',
        values: facts,
      });
      expect(Object.keys(reading.facts).filter((name) => !examples.factNames[type ?? '']?.includes(name))).toEqual([]);
      const sure = Object.values(reading.facts).every(({ confidence }) => confidence > 0 && confidence <= 1);
      const dates = Object.entries(values).filter(([name]) => name.endsWith('dob') || name.endsWith('date'));
      expect({ sure, dates: dates.every(([, value]) => isDate(value)) }).toEqual({ sure: true, dates: true });
    });

    it.each(examples.refuses)('says what is wrong with $name', async ({ file, expected, problem }) => {
      const { quality, problems } = await reader.read(await file(), expected);
      expect(problems).toContain(problem);
      expect(quality).not.toBe('good');
    });

    it.each(examples.fails ?? [])('gives up on $name', async ({ file, expected, retry }) => {
      const failure = await reader.read(await file(), expected).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(ReaderDown);
      expect(failure).toMatchObject({ retry });
    });

    it('takes a program with the name of a picture for no paper', async () => {
      expect(await reader.read(program(), [])).toEqual({ quality: 'unusable', facts: {}, problems: ['notAPaper'] });
    });

    it('refuses a file of 30 MB', async () => {
      const huge = Buffer.alloc(30 * 1024 * 1024);
      huge.write('%PDF-1.7\n');
      expect(await reader.read(huge, [])).toEqual({ quality: 'unusable', facts: {}, problems: ['tooLarge'] });
    });

    it('answers garbage with a problem and never throws', async () => {
      const chance = chances(7);
      const starts = [
        '',
        '%PDF-1.7\n',
        '\x89PNG\r\n\x1a\n',
        '\xff\xd8\xff\xe0',
        'RIFF0000WEBPVP8 ',
        '\0\0\0\x18ftypheic\0\0\0\0',
      ];
      for (const start of starts) {
        const noise = Buffer.from(Array.from({ length: 600 }, () => Math.floor(chance() * 256)));
        const reading = await reader.read(Buffer.concat([Buffer.from(start, 'latin1'), noise]), []);
        expect(reading).toMatchObject({ quality: 'unusable', facts: {} });
        expect(reading.problems.length).toBeGreaterThan(0);
      }
    });

    it('takes an empty file for no paper', async () => {
      expect(await reader.read(new Uint8Array(), [])).toEqual({
        quality: 'unusable',
        facts: {},
        problems: ['notAPaper'],
      });
    });

    it('writes nothing of a paper into the log', () => {
      const text = JSON.stringify(logged);
      expect(examples.secrets.filter((secret) => text.includes(secret))).toEqual([]);
    });
  });
}
