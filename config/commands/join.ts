import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { toString as drawn } from 'qrcode';
import { chatLinkTo } from '#adapters/web/join/ways.ts';
import { loadTexts } from '../load-texts.ts';

// Prints the code by which people begin a talk with a number of ours: npm run join -- +911100000001 [--language en] [--by email] [--svg poster.svg]
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    language: { type: 'string', default: 'hi' },
    by: { type: 'string', default: 'qr' },
    svg: { type: 'string' },
  },
});
const [number = ''] = positionals;
const texts = (await loadTexts())[values.language];
// What stands in a mail begins with other words, so that it is seen by which people came.
const first = values.by === 'email' ? 'helloByEmail' : 'hello';
const hello = (texts?.join as Record<string, string> | undefined)?.[first];
if (!/^\+\d{7,15}$/.test(number) || hello === undefined) {
  console.error('Name a number with its plus sign, and a language that is installed.');
  process.exit(1);
}
const link = chatLinkTo(number, hello);
if (values.svg !== undefined)
  await writeFile(values.svg, await drawn(link, { type: 'svg', errorCorrectionLevel: 'M' }));
console.log(`${link}\n${await drawn(link, { type: 'utf8', errorCorrectionLevel: 'M' })}`);
