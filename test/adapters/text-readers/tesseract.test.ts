import { tesseract } from '#adapters/text-readers/tesseract/index.ts';
import { papers } from '#config/papers/index.ts';
import { describeTextReader } from '#test/contracts/describe-text-reader.ts';
import * as kit from '#test/kit/papers.ts';
import { imagePdf, lockedPdf, textPdf } from '#test/kit/pdfs.ts';

const expected = ['birth-slip'];
const facts = {
  child_dob: '2026-03-05',
  child_gender: 'female',
  place: 'Karol Bagh, New Delhi',
  mother_name: 'Sunita Devi',
  father_name: 'Rakesh Kumar',
  hospital: 'Asha Jyoti Maternity Hospital',
};
const slip = { type: 'birth-slip', expected, facts };
const boy = { bornOn: '17-08-2026', sex: 'Male', motherName: 'Meena Kumari Singh' } as const;

describeTextReader(tesseract, {
  settings: { papers },
  factNames: Object.fromEntries(papers.map((paper) => [paper.type, paper.facts.map(({ name }) => name)])),
  reads: [
    { name: 'a scan, with nothing expected', file: () => kit.birthSlipScan(), ...slip, expected: [] },
    { name: 'an ordinary photograph', file: () => kit.birthSlipPhoto({}, { light: 'ordinary', seed: 2 }), ...slip },
    {
      name: 'another child',
      file: () => kit.birthSlipPhoto(boy, { seed: 5 }),
      ...slip,
      facts: { ...facts, child_dob: '2026-08-17', child_gender: 'male', mother_name: 'Meena Kumari Singh' },
    },
    { name: 'a ruled form with two pairs a line', file: () => kit.ruledSlip(), ...slip },
    { name: 'a crooked white page on white', file: kit.crooked, ...slip },
    { name: 'a page that lies on its side', file: () => kit.sideways(), ...slip },
    {
      name: 'an identity card, of whose number it keeps four digits',
      file: kit.identityCard,
      type: 'aadhaar',
      expected: ['identity-proof'],
      facts: { name: 'Asha Rani', dob: '1991-08-14', gender: 'female', last4: '4321' },
    },
    {
      name: 'a light bill',
      file: kit.lightBill,
      type: 'electricity-bill',
      expected: ['address-proof'],
      facts: {
        ca_no: '100234567',
        name: 'RAMESH CHAND',
        address: 'H NO 45, BLOCK C, JANAKPURI, NEW DELHI',
        bill_date: '2026-09-12',
        sanctioned_load: '3.00',
      },
    },
    {
      name: 'a slip in Hindi alone',
      file: kit.hindiSlip,
      ...slip,
      facts: {
        child_dob: '2026-03-05',
        child_gender: 'female',
        place: 'करोल बाग, नई दिल्ली',
        mother_name: 'सुनीता देवी',
        father_name: 'राकेश कुमार',
        hospital: 'आशा ज्योति अस्पताल',
      },
    },
    {
      name: "a complaint's photograph, in which nothing is looked for",
      file: kit.emptySheet,
      type: 'complaint-photo',
      expected: ['complaint-photo'],
      facts: {},
    },
    {
      name: 'a paper of a type not known here, which is only judged',
      file: kit.otherLetter,
      type: undefined,
      expected: ['affidavit'],
      facts: {},
    },
    { name: 'a scan inside a PDF', file: async () => imagePdf(await kit.birthSlipScan()), ...slip },
    { name: 'a PDF that carries its text', file: () => textPdf(), ...slip },
  ],
  refuses: [
    { name: 'a blurred photograph', file: kit.blurred, expected, problem: 'blurred' },
    { name: 'a photograph taken in the dark', file: kit.dark, expected, problem: 'tooDark' },
    { name: 'a thumbnail', file: kit.tiny, expected, problem: 'tooSmall' },
    { name: 'an empty sheet', file: kit.emptySheet, expected, problem: 'noText' },
    { name: 'a letter about something else', file: kit.otherLetter, expected, problem: 'wrongType' },
    {
      name: 'a birth slip where a light bill is asked for',
      file: () => kit.birthSlipScan(),
      expected: ['electricity-bill'],
      problem: 'wrongType',
    },
    {
      name: 'a small file that unfolds to 256 million pixels',
      file: kit.pixelBomb,
      expected,
      problem: 'tooManyPixels',
    },
    { name: 'a PDF with a password', file: lockedPdf, expected, problem: 'locked' },
    { name: 'a PDF of six pages', file: () => textPdf(6), expected, problem: 'tooManyPages' },
  ],
  secrets: ['Sunita', 'Karol'],
});
