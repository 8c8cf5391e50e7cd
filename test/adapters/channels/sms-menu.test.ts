import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsTexts } from '#adapters/channels/sms-menu.ts';
import { segmentsOf } from '#adapters/channels/sms-segments.ts';
import { anyMessage } from '#test/contracts/describe-sending.ts';

const choices = ['Apply', 'Pay'].map((label) => ({ id: `answer/${label}`, label }));

describe('a message as SMS', () => {
  it('numbers the choices in the order given, and leaves out the title of the list', () => {
    expect(smsTexts({ text: 'What now?', choices, listTitle: 'Choose' })).toEqual(['What now?\n1 Apply\n2 Pay']);
  });

  it('tells what a choice means behind it', () => {
    const [choice] = choices;
    if (!choice) throw new Error('no choice');
    expect(smsTexts({ text: '', choices: [{ ...choice, description: '₹50' }] })).toEqual(['1 Apply - Rs 50']);
  });

  it('writes out where a link leads, and where a document lies', () => {
    const document = {
      bytes: Buffer.from('%PDF'),
      mime: 'application/pdf',
      fileName: 'a.pdf',
      link: 'https://d.example/1',
    };
    const link = { label: 'Pay', url: 'https://p.example/2' };
    expect(smsTexts({ text: 'Ready', link, document })).toEqual([
      'Ready\nPay: https://p.example/2\nhttps://d.example/1',
    ]);
  });

  it('sends nothing for a message without words', () => {
    expect(smsTexts({ text: ' ' })).toEqual([]);
  });

  it('keeps each within ten segments, and every line of a menu whole', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        const texts = smsTexts(message);
        expect(texts.every((text) => segmentsOf(text).length <= 11)).toBe(true);
        const short = (message.choices ?? []).filter(
          ({ label, description = '' }) => (label + description).length < 500,
        );
        expect(short.every(({ label }) => texts.some((text) => text.includes(label.trim())))).toBe(true);
      }),
    );
  });
});
