import { describe, expect, it } from 'vitest';
import { lacks } from '#domain/answers/lacks.ts';

describe('that a thing is not there', () => {
  it.each([
    ...['photo abhi nahi hai', 'parchi abhi mere paas nahi hai', 'parchi kho gayi', 'kagaz nahi mila', 'nahi hai'],
    ...[
      'पर्ची नहीं है',
      'काग़ज़ अभी नहीं मिला',
      'वह खो गई',
      "I don't have it",
      'i do not have the slip',
      'I have no slip',
      'it is lost',
    ],
    ...['naam wala kagaz hospital ne nahi diya'],
  ])('is told by "%s"', (text) => expect(lacks(text)).toBe(true));

  it.each([
    ...[
      'yeh sahi nahi hai',
      'samajh nahi aaya',
      'photo upload nahi ho rahi',
      'naam galat nahi hai',
      'kya yeh zaroori nahi hai',
    ],
    ...[
      '5 march ko hui',
      'यह सही नहीं है',
      'pata nahi hai',
      'why do you not have it',
      'haan',
      'DL lost ki report karni hai aur uska number 4 hai',
    ],
  ])('is not told by "%s"', (text) => expect(lacks(text)).toBe(false));
});
