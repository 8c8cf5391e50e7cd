import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dataFor, tapOf } from '#adapters/channels/telegram/button-data.ts';
import { render } from '#adapters/channels/telegram/render.ts';
import { services } from '#config/services/index.ts';
import { command } from '#domain/conversation/commands.ts';

const document = { bytes: Buffer.from('%PDF'), mime: 'application/pdf', fileName: 'receipt.pdf' };
const noKeyboard = { remove_keyboard: true };

describe('what Telegram is told', () => {
  it('is a text, which takes away the button for a place', () => {
    expect(render({ text: 'Namaste' })).toEqual([{ type: 'text', text: 'Namaste', keyboard: noKeyboard }]);
  });

  it('has one button a row, the link first', () => {
    const message = {
      text: 'Sure?',
      link: { label: 'Look', url: 'https://sandesh.example/v/1' },
      choices: [
        { id: 'answer/yes', label: 'Yes' },
        { id: 'answer/no', label: 'No' },
      ],
    };
    expect(render(message)).toEqual([
      {
        type: 'text',
        text: 'Sure?',
        keyboard: {
          inline_keyboard: [
            [{ text: 'Look', url: 'https://sandesh.example/v/1' }],
            [{ text: 'Yes', callback_data: 'answer/yes' }],
            [{ text: 'No', callback_data: 'answer/no' }],
          ],
        },
      },
    ]);
  });

  it('says in the text what a phone would not show on a button', () => {
    const choices = [
      { id: 'a', label: 'Correction of an entry in a birth certificate' },
      { id: 'b', label: 'Copy', description: '₹50' },
      { id: 'c', label: 'None' },
    ];
    expect(render({ text: 'Which?', choices })).toMatchObject([
      {
        text: 'Which?\n\n• Correction of an entry in a birth certificate\n• Copy – ₹50',
        keyboard: {
          inline_keyboard: [
            [{ text: 'Correction of an entry in a birth certificate' }],
            [{ text: 'Copy' }],
            [{ text: 'None' }],
          ],
        },
      },
    ]);
  });

  it('has a second message for what is beyond a hundred buttons', () => {
    const choices = Array.from({ length: 101 }, (_, i) => ({ id: `answer/${i}`, label: `Choice ${i}` }));
    const payloads = render({ text: 'Which?', choices });
    expect(payloads).toMatchObject([{ text: 'Which?' }, { text: '👇' }]);
    expect(payloads[1]?.keyboard).toEqual({ inline_keyboard: [[{ text: 'Choice 100', callback_data: 'answer/100' }]] });
  });

  it('asks for a place by a button below the chat', () => {
    const [payload] = render({ text: 'Where is it?', asksLocation: 'Send the place' });
    expect(payload?.keyboard).toMatchObject({ keyboard: [[{ text: '📍 Send the place', request_location: true }]] });
  });

  it("asks for the citizen's own number by a button below the chat", () => {
    const [payload] = render({ text: 'Which number?', asksNumber: 'Share my number' });
    expect(payload?.keyboard).toMatchObject({ keyboard: [[{ text: '📱 Share my number', request_contact: true }]] });
  });

  it('asks for a place in a message of its own when there are buttons as well', () => {
    const payloads = render({
      text: 'Where?',
      asksLocation: 'Send the place',
      choices: [{ id: 'skip/place', label: 'Skip' }],
    });
    expect(payloads).toMatchObject([
      { text: 'Where?', keyboard: { inline_keyboard: [[{ callback_data: 'skip/place' }]] } },
      { text: '📍 Send the place', keyboard: { keyboard: [[{ request_location: true }]] } },
    ]);
  });

  it('says the text as the caption of a file, with the buttons below it', () => {
    expect(render({ text: 'Your receipt', document, choices: [{ id: 'menu/mine', label: 'Mine' }] })).toMatchObject([
      { type: 'file', caption: 'Your receipt', keyboard: { inline_keyboard: [[{ callback_data: 'menu/mine' }]] } },
    ]);
  });

  it('says a text after the file that is too long for a caption', () => {
    const text = 'x'.repeat(1025);
    const payloads = render({ text, document, choices: [{ id: 'menu/mine', label: 'Mine' }] });
    expect(payloads).toMatchObject([{ type: 'file' }, { type: 'text', text, keyboard: { inline_keyboard: [[{}]] } }]);
    expect(payloads[0]).not.toHaveProperty('caption');
  });

  it('points to the buttons when there is nothing to say above them', () => {
    expect(render({ text: ' ', choices: [{ id: 'a', label: 'A' }] })).toMatchObject([{ text: '👇' }]);
    expect(render({ text: ' ' })).toEqual([]);
    expect(render({ text: '', document })[0]).not.toHaveProperty('caption');
  });
});

describe('what a Telegram button carries', () => {
  const uuid = '00000000-0000-4000-8000-000000000000';
  const offered = [
    ...[command.done(uuid), command.reopen(uuid), command.queryAnswer(uuid), command.pay(uuid)],
    ...services.flatMap(({ id, questions, papers = [] }) => [
      ...[command.apply(id), command.info(id), command.formSwitch(id)],
      ...questions.flatMap((each) => (each.choices ?? []).map((value) => command.answer(each.id, value))),
      ...questions.flatMap((each) => [command.skip(each.id), command.same(each.id), command.change(each.id)]),
      ...papers.flatMap((each) => [command.paperSkip(each.id), command.paperKeep(each.id)]),
    ]),
  ];

  it('is the command itself, for every command of every service', () => {
    for (const id of offered) expect(tapOf(dataFor(id, 0), 'words')).toEqual({ type: 'choice', id });
  });

  it('is one to 64 bytes, different for each button, and comes back as the command or the words', () => {
    const ids = fc.uniqueArray(fc.oneof(fc.string({ unit: 'binary', maxLength: 90 }), fc.constant('#1')), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(ids, (all) => {
        const data = all.map(dataFor);
        expect(new Set(data).size).toBe(all.length);
        data.forEach((each, i) => {
          expect(Buffer.byteLength(each)).toBeGreaterThan(0);
          expect(Buffer.byteLength(each)).toBeLessThanOrEqual(64);
          const fits = each === all[i];
          expect(tapOf(each, 'words')).toEqual(
            fits && !each.startsWith('#') ? { type: 'choice', id: all[i] } : { type: 'text', text: 'words' },
          );
        });
      }),
    );
  });
});
