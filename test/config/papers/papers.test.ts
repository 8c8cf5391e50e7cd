import { describe, expect, it } from 'vitest';
import { papers } from '#config/papers/index.ts';

const facts = papers.flatMap((paper) => paper.facts.map((fact) => ({ paper, fact })));

describe('the document types that can be read', () => {
  it('hold the facts of a birth slip under the names that services use', () => {
    const slip = papers.find(({ type }) => type === 'birth-slip');
    expect(slip?.facts.map(({ name }) => name)).toEqual([
      'child_dob',
      'child_gender',
      'place',
      'mother_name',
      'father_name',
      'hospital',
    ]);
  });

  it('have each type and each fact once', () => {
    const types = papers.map(({ type }) => type);
    expect(new Set(types).size).toBe(types.length);
    const names = facts.map(({ paper, fact }) => `${paper.type}.${fact.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have patterns that are regular expressions', () => {
    const patterns = facts.flatMap(({ fact }) => fact.pattern ?? []);
    expect(patterns.map((pattern) => new RegExp(pattern, 'u').source)).toEqual(patterns);
  });

  it('give no label to two facts of one paper', () => {
    const doubles = papers.flatMap((paper) => {
      const labels = [...paper.facts.flatMap((fact) => fact.labels), ...(paper.otherLabels ?? [])];
      return labels.filter((label, i) => labels.indexOf(label) !== i);
    });
    expect(doubles).toEqual([]);
  });

  it('name only facts of the same paper as neighbours', () => {
    const lost = facts.filter(({ paper, fact }) => fact.above && !paper.facts.some(({ name }) => name === fact.above));
    expect(lost).toEqual([]);
  });
});
