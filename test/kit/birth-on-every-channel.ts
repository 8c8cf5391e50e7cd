import type { SlipFacts } from '#adapters/text-readers/demo/sample-slip.ts';
import type { EveryPhone, Picture, PlayedChannel } from './every-phone.ts';
import { birthSlipPhoto, birthSlipScan, identityCard } from './papers.ts';

/** What one does in turn, on whatever channel, and what is said upon it: at the kiosk in Hindi letters. */
const steps: readonly (readonly [does: string | { readonly shows: 'slip' | 'card' }, hears: RegExp])[] = [
  ['mere ghar beti hui hai kagaz banwana hai', /Shuru karein|शुरू करें/],
  ['haan', /parchi ki photo|पर्ची की फ़ोटो/],
  [{ shows: 'slip' }, /[Ss]ahi hai\?|सही है\?/],
  ['sab sahi', /Aadhaar|आधार/],
  [{ shows: 'card' }, /Bachche ka naam|बच्चे का नाम/],
  ['Aarohi', /lagte hain|लगते हैं/],
  ['maa', /Makaa?n, gali|मकान, गली/],
  ['makan 14, gali 3, Karol Bagh, Delhi 110005', /Permanent address|स्थायी पता/],
  ['wahi', /[Jj]ama k|जमा क/],
  ['3 copy chahiye', /Copies: 3|प्रतियाँ: 3/],
  ['jama karo', /(₹|Rs )12 (bharne|भरने)/],
];

/** With the number of the application. */
export const FEE_PAID = /([Ff]ees mil|फ़ीस मिल).*MCD/;

/** Somebody asks for three copies of the certificate of a child born 22 to 30 days ago, as far as the fee of twelve rupees. */
export async function asksForBirth(phone: EveryPhone, channel: PlayedChannel, slip: Partial<SlipFacts>): Promise<void> {
  for (const [does, hears] of steps) {
    if (typeof does === 'string') await phone.asks(does, hears);
    else await phone.shows(await paperOf(does.shows, channel, slip), hears);
  }
}

/** An operator has a scanner, everybody else a camera. */
async function paperOf(kind: 'slip' | 'card', channel: PlayedChannel, slip: Partial<SlipFacts>): Promise<Picture> {
  if (kind === 'card') return { bytes: await identityCard(), mime: 'image/png' };
  return channel === 'kiosk'
    ? { bytes: await birthSlipScan(slip), mime: 'image/png' }
    : { bytes: await birthSlipPhoto(slip), mime: 'image/jpeg' };
}
