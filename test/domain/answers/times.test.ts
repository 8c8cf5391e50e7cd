import { describe, expect, it } from 'vitest';
import { readTime } from '#domain/answers/times.ts';

describe('readTime', () => {
  it.each([
    ['kal 11 baje', ['11:00', '23:00'], 'kal'],
    ['कल ११ बजे', ['11:00', '23:00'], 'कल'],
    ['11:30', ['11:30', '23:30'], ''],
    ['subah das baje', ['10:00'], ''],
    ['shaam 5 baje', ['17:00'], ''],
    ['5pm', ['17:00'], ''],
    ['6 march 5 pm', ['17:00'], '6 march'],
    ['saadhe gyarah baje', ['11:30', '23:30'], ''],
    ['17:00', ['17:00'], ''],
  ])('hears in “%s” %j', (text, times, rest) => {
    expect(readTime(text)).toEqual({ times, rest });
  });

  it.each(['kal', '5 march 2026', 'haan', ''])('hears none in “%s”', (text) => {
    expect(readTime(text)).toBeUndefined();
  });
});
