import { describe, expect, it } from 'vitest';
import { chatLinkBy } from '#config/chat-link.ts';
import type { ChannelKind } from '#domain/shared/contact-point.ts';

const CODE = 'EK-7MP3-4QXW';
const nowhere = { whatsapp: '', telegram: '', sms: '', missedCall: '' };

const linkOf = ({
  join = {},
  numbers = {},
  played = [],
}: {
  join?: Partial<typeof nowhere>;
  numbers?: Partial<Record<ChannelKind, string>>;
  played?: readonly ChannelKind[];
}) =>
  chatLinkBy({
    join: { ...nowhere, ...join },
    channels: new Map(
      Object.entries(numbers).map(([kind, number]) => [kind as ChannelKind, { number: async () => number }]),
    ),
    isPlayed: (kind) => played.includes(kind),
    simulator: 'http://127.0.0.1:3000/simulator',
  })(CODE);

describe('the link from a code at the kiosk into a chat', () => {
  it.each([
    ['the number on posters', { join: { whatsapp: '+911100000001' } }, `https://wa.me/911100000001?text=${CODE}`],
    ['the bot on posters', { join: { telegram: 'EkSandeshBot' } }, `https://t.me/EkSandeshBot?start=${CODE}`],
    ['the SMS number on posters', { join: { sms: '+911100000002' } }, `sms:+911100000002?body=${CODE}`],
    [
      'the number that WhatsApp tells',
      { numbers: { whatsapp: '+911100000003' } },
      `https://wa.me/911100000003?text=${CODE}`,
    ],
    ['the number from which SMS go', { numbers: { sms: '+911100000004' } }, `sms:+911100000004?body=${CODE}`],
    [
      'the simulator, where the provider is played',
      { numbers: { whatsapp: '+15550000000', sms: '+910000000099' }, played: ['whatsapp', 'sms'] as const },
      `http://127.0.0.1:3000/simulator?write=${CODE}#whatsapp`,
    ],
    ['nowhere, where only a number to ring is known', { join: { missedCall: '+911100000005' } }, undefined],
  ])('leads to %s', async (_where, known, link) => {
    expect(await linkOf(known)).toBe(link);
  });
});
