import { describe, expect, it } from 'vitest';
import { commandOf } from '#domain/answers/command-of.ts';
import { commandPhrases } from '#domain/answers/words/commands.ts';
import { isSkip, readYesNo } from '#domain/answers/yes-no.ts';

describe('a command in the middle of a form', () => {
  it.each([
    ['cancel', 'cancel'],
    ['cancle', 'cancel'],
    ['Radd karo', 'cancel'],
    ['रद्द करें', 'cancel'],
    ['peeche', 'back'],
    ['वापस', 'back'],
    ['chhod do', 'skip'],
    ['madad chahiye', 'help'],
    ['Help please', 'help'],
    ['मदद', 'help'],
    ['kya matlab?', 'clarify'],
    ['समझ नहीं आया', 'clarify'],
    ['kisi se baat karni hai', 'human'],
    ['english me', 'language'],
    ['हिंदी', 'language'],
    ['ab tak kya likha', 'summary'],
    ['fees kitni lagegi', 'fee'],
    ['Ruko', 'wait'],
    ['summary dikhao', 'summary'],
    ['फीस कितनी है', 'fee'],
    ['STOP', 'stop'],
    ['रोकें', 'stop'],
    ['बंद', 'stop'],
    ['shuru karo', 'start'],
  ])('"%s" is %s', (text, name) => {
    expect(commandOf(text)).toEqual({ name, text });
  });

  it.each([
    'Ruk',
    'band',
    'Band Baja Gali 4, Shahdara',
    'Cancel Sharma',
    'Helen',
    'Madan',
    'B-12 Back Lane, Stop 4',
    'Shuru Devi',
    'haan',
    '5',
    '',
  ])('"%s" is none', (text) => {
    expect(commandOf(text)).toBeUndefined();
  });

  it('has no phrase that means two things', () => {
    for (const [name, phrases] of Object.entries(commandPhrases)) {
      for (const phrase of phrases) expect([phrase, commandOf(phrase)?.name]).toEqual([phrase, name]);
    }
  });

  it('knows a yes, a no and a shrug apart', () => {
    expect([readYesNo('haan'), readYesNo('nahi'), readYesNo('pata nahi')]).toEqual([true, false, undefined]);
    expect([isSkip('pata nahi'), isSkip('पता नहीं'), isSkip('-'), isSkip('nahi')]).toEqual([true, true, true, false]);
  });
});
