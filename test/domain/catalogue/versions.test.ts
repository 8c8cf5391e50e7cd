import { describe, expect, it } from 'vitest';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import { versionsOf } from '#domain/catalogue/versions.ts';
import { household } from '#test/kit/household.ts';

const fingerprint = (text: string): string => String(text.length);
const shorter = { ...household, questions: household.questions.slice(1) };

describe('the versions of a definition', () => {
  it('are kept once, and stay as they are', () => {
    expect(versionsOf([household], [], fingerprint)).toEqual({
      inForce: [household],
      fresh: [household],
      forgotten: [],
    });
    expect(versionsOf([household], [household], fingerprint).fresh).toEqual([]);
    const next = { ...shorter, version: '2' };
    expect(versionsOf([next], [household], fingerprint)).toEqual({ inForce: [next], fresh: [next], forgotten: [] });
  });

  it('are told apart when the author has forgotten to', () => {
    const { inForce, fresh, forgotten } = versionsOf([shorter], [household], fingerprint);
    const [renamed] = inForce;
    expect(renamed?.version).toMatch(/^1\+\d+$/);
    expect([fresh, forgotten]).toEqual([inForce, inForce]);
    expect(versionsOf([shorter], [household, ...inForce], fingerprint).fresh).toEqual([]);
  });

  it('judge an application by the one it was begun with', () => {
    const next = { ...shorter, version: '2' };
    const catalogue = catalogueOf([next], 'notice', { earlier: [household] });
    const of = (definitionVersion: string) => catalogue.of({ serviceId: household.id, definitionVersion })?.version;
    expect([of('1'), of('2'), of('0')]).toEqual(['1', '2', '2']);
    expect(catalogue.find(household.id)?.version).toBe('2');
  });
});
