import { describe, expect, it } from 'vitest';
import { command } from '#domain/conversation/commands.ts';
import { catalogue, SimulatedTalk, translator } from '#test/kit/dialogue.ts';

const rowsAfter = (tap: string): readonly { readonly id: string; readonly title: string }[] => {
  const talk = new SimulatedTalk('en', '2026-03-23T05:00:00.000Z');
  const [said] = talk.hear({ type: 'heard', content: { type: 'choice', id: tap } });
  return (said?.choices ?? []).map(({ id, label }) => ({ id, title: translator.say(label, 'en') }));
};

/** The rows of a list and of those that "More" leads to, until it comes round. */
function pagesFrom(tap: string): readonly string[] {
  const found = new Set<string>();
  for (let next: string | undefined = tap; next !== undefined; ) {
    const rows = rowsAfter(next);
    const more = rows.find(({ title }) => title === 'More')?.id;
    const isNew = rows.some(({ id }) => id !== more && !found.has(id));
    for (const { id } of rows) if (id !== more) found.add(id);
    next = isNew ? more : undefined;
  }
  return [...found];
}

describe('the menu of services', () => {
  it('begins with what most people come for', () => {
    const rows = rowsAfter(command.services);
    expect(rows[0]?.id).toBe(command.apply('birth-certificate'));
    expect(rows.at(-1)).toEqual({ id: command.categories(0), title: 'More services' });
  });

  it('leads to every service by at most ten rows a list', () => {
    const categories = new Set(pagesFrom(command.categories(0)));
    const services = new Set([...categories].flatMap((category) => pagesFrom(category)));
    expect([...services].sort()).toEqual(catalogue.services.map(({ id }) => command.apply(id)).sort());
    for (const tap of [...categories, command.services, command.categories(0), command.categories(9)]) {
      expect(rowsAfter(tap).length).toBeLessThanOrEqual(10);
    }
  });
});
