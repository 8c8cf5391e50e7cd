import { describe, expect, it } from 'vitest';
import { trainRecogniser } from '#adapters/language/embedded/index.ts';

const rows = [
  ...['where is my order', 'order kab aayega', 'track my order', 'mera order kahan hai', 'order not delivered yet'].map(
    (text) => ({ text, intent: 'order-status' }),
  ),
  ...['i want a refund', 'refund chahiye', 'paise wapas karo', 'money back please', 'return and refund'].map(
    (text) => ({
      text,
      intent: 'refund',
    }),
  ),
];

describe('trainRecogniser', () => {
  const recogniser = trainRecogniser(rows, ['mausam kaisa hai', 'tell me a joke', 'aaj ka match', 'song sunao']);

  it('tells intents apart in words it has not seen together', () => {
    expect(recogniser.recognise('order kahan hai mera')).toBe('order-status');
    expect(recogniser.recognise('mujhe refund chahiye')).toBe('refund');
  });

  it('turns away what resembles nothing it knows', () => {
    expect(recogniser.recognise('zebra xylophone')).toBe('out-of-scope');
  });
});
