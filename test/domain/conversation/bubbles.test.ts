import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inBubbles } from '#domain/conversation/bubbles.ts';
import { choice } from '#domain/conversation/turn.ts';
import { lines, phrase, verbatim } from '#domain/shared/phrase.ts';

const choices = [choice('form/submit', 'form.submit')];
const textsOf = (count: number) => Array.from({ length: count }, (_, at) => verbatim(`line ${at}`));

describe('a long reply', () => {
  it('stays one where it fits', () => {
    const reply = { text: lines(...textsOf(10)), choices };
    expect(inBubbles(reply)).toEqual([reply]);
  });

  it('loses nothing, keeps its order, and can be answered under the last one only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 20 }), (count, named) => {
        const row = phrase('form.papersSent', { papers: { list: Array.from({ length: named }, (_, at) => `${at}`) } });
        const all = [...textsOf(count), row, ...textsOf(3)];
        const bubbles = inBubbles({ text: lines(lines(...all.slice(0, count)), ...all.slice(count)), choices });
        const said = bubbles
          .flatMap(({ text }) => ('lines' in text ? text.lines : [text]))
          .flatMap((each) => ('lines' in each ? each.lines : [each]));
        expect(said).toEqual(all);
        expect(bubbles.map((bubble) => bubble.choices !== undefined)).toEqual(
          bubbles.map((_, at) => at === bubbles.length - 1),
        );
      }),
    );
  });
});
