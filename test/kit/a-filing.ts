import type { Chat } from './a-chat.ts';
import { birthSlipPhoto, identityCard } from './papers.ts';

/** A mother asks for a birth certificate in Hinglish, with photographs and one correction, as far as the summary. */
export async function fillsBirthForm(
  chat: Pick<Chat, 'says' | 'taps' | 'sendsPhoto' | 'hears'>,
  bornOn?: string,
): Promise<void> {
  await chat.says('mere ghar beti hui hai kagaz banwana hai');
  await chat.hears(/Shuru karein/);
  await chat.says('haan');
  await chat.hears(/parchi ki photo/);
  await chat.sendsPhoto(await birthSlipPhoto(bornOn === undefined ? {} : { bornOn }));
  await chat.hears(/Sahi hai\?/);
  await chat.says('pita ka naam Rohit Kumar Sharma hai');
  await chat.hears('Rohit Kumar Sharma');
  await chat.taps('facts/right');
  await chat.hears(/Aadhaar/);
  await chat.sendsPhoto(await identityCard(), 'image/png');
  await chat.hears(/Bachche ka naam/);
  await chat.says('abhi tay nahi hai');
  await chat.hears(/kya lagte hain/);
  await chat.says('10/5 Karol Bagh, New Delhi 110005');
  await chat.hears(/kya lagte hain/);
  await chat.says('maa');
  await chat.hears(/kahan rehte the/);
  await chat.says('makan 14, gali 3, Karol Bagh, Delhi 110005');
  await chat.hears(/Permanent address/);
  await chat.says('wahi');
  await chat.hears(/Pita: Rohit Kumar Sharma/);
}
