import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { openCertificatePrinter } from '#adapters/documents/certificate-printer/index.ts';
import { drawSampleSlip, sampleSlipFacts } from '#adapters/text-readers/demo/sample-slip.ts';
import { tesseract } from '#adapters/text-readers/tesseract/index.ts';
import { papers } from '../papers/index.ts';
import { uploadLimits } from '../upload-limits.ts';
import { programCalled } from './peer.ts';
import { type Line, median } from './table.ts';

const run = promisify(execFile);
const silent = { info: () => undefined, warn: () => undefined, alarm: () => undefined };
const clock = { now: () => new Date().toISOString() };

/** Reading the sample slip with everything around the recogniser; beside it the native program on the same picture. */
export async function measureReading(): Promise<Line> {
  const slip = await drawSampleSlip(sampleSlipFacts);
  const reader = tesseract.open({ papers }, { log: silent, clock, mostMegabytes: uploadLimits.mostMegabytes.value });
  const file = join(tmpdir(), `ek-sandesh-bench-${process.pid}.png`);
  try {
    const ours = await timesOf(5, () => reader.read(slip, ['birth-slip']));
    const line = { what: 'reading a page (OCR, facts found)', value: median(ours), unit: 'ms' };
    const program = await programCalled('tesseract');
    if (!program) return { ...line, peer: { name: 'no tesseract program installed' } };
    await writeFile(file, slip);
    const languages = (await run(program, ['--list-langs'])).stdout.includes('hin') ? 'eng+hin' : 'eng';
    const native = median(await timesOf(5, () => run(program, [file, 'stdout', '-l', languages])));
    return { ...line, peer: { name: `native tesseract ${languages}`, value: native }, ratio: line.value / native };
  } finally {
    await reader.close?.();
    await rm(file, { force: true });
  }
}

/** A birth certificate, PDF/A with QR code, once the typesetter is warm. */
export async function measurePrinting(): Promise<Line> {
  const printer = openCertificatePrinter({ templatesDir: fileURLToPath(new URL('..', import.meta.url)) });
  try {
    const cold = performance.now();
    await printer.print(certificate(0));
    const first = performance.now() - cold;
    let count = 0;
    const warm = median(await timesOf(40, () => printer.print(certificate(++count))));
    return {
      what: 'printing a certificate, warm',
      value: warm,
      unit: 'ms',
      peer: { name: 'the first one, with its fonts', value: first },
    };
  } finally {
    await printer.close?.();
  }
}

/** How long each took, in ms, after one that does not count. */
async function timesOf(count: number, work: () => Promise<unknown>): Promise<number[]> {
  await work();
  const times: number[] = [];
  for (let i = 0; i < count; i += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

/** Invented people; each certificate is another's, so that nothing is taken from a cache. */
const certificate = (count: number) => ({
  template: 'services/mcd/birth-certificate/certificate',
  title: 'जन्म प्रमाण पत्र / Birth certificate',
  number: `MCD-BC-2026-${String(count).padStart(7, '0')}`,
  issuedAt: '2026-03-05T20:30:00.000Z',
  verifyUrl: `https://sandesh.example/v/MCD-BC-2026-${count}#${'aB3dE5-_x'.repeat(30)}`,
  data: {
    registration_number: `MCD/2026/SHN/${count}`,
    registration_date: '2026-03-04',
    child_name: `आरव श्रीवास्तव / Aarav Shrivastava ${count}`,
    child_gender: 'male',
    child_dob: '2026-02-27',
    child_dob_words_hi: 'सत्ताईस फ़रवरी दो हज़ार छब्बीस',
    child_dob_words_en: 'twenty-seventh February two thousand twenty-six',
    hospital_name: 'क्षितिज अस्पताल',
    birth_address: 'दिलशाद गार्डन, दिल्ली 110000',
    mother_name: 'कृष्णा श्रीवास्तव',
    father_name: 'विद्यार्थी श्रीवास्तव',
    parents_address_at_birth: 'मकान संख्या 0, गली संख्या 4, दिल्ली 110000',
    permanent_address: 'मकान संख्या 0, गली संख्या 4, दिल्ली 110000',
    registrar_name: 'सुनीता क्षेत्रपाल',
    registrar_office_hi: 'उप-पंजीयक (जन्म एवं मृत्यु)',
    registrar_office_en: 'Sub-Registrar (Births and Deaths)',
  },
});
