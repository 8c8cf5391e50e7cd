import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { openCertificatePrinter } from '#adapters/documents/certificate-printer/index.ts';
import { PrinterFailed } from '#domain/shared/failure.ts';
import { openPdf, readQr } from './pdf.ts';
import { certificate, issued, receipt } from './samples.ts';

const templatesDir = fileURLToPath(new URL('../../../config', import.meta.url));
const RIGHT_MARGIN_MM = 190;
const printer = openCertificatePrinter({ templatesDir });
afterAll(() => printer.close?.());

const failureOf = async (printing: Promise<unknown>): Promise<PrinterFailed> => {
  const failure = await printing.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (failure instanceof PrinterFailed) return failure;
  throw new Error('it was printed, or failed otherwise', { cause: failure });
};

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const repeated = (text: string, length: number): string => `${text}, `.repeat(length).slice(0, length);

describe.each([
  ['a birth certificate', certificate],
  ['a receipt', receipt],
  ['a document without a form of its own', issued],
])('%s in print', (_, job) => {
  it('is tagged PDF/A-2a of one page', async () => {
    const pdf = await printer.print(job());
    expect(latin(pdf)).toMatch(/^%PDF-1\.7/);
    expect(latin(pdf)).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(latin(pdf)).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(latin(pdf)).toMatch(/\/MarkInfo\s*<<\s*\/Marked true/);
    expect((await openPdf(pdf)).pages).toBe(1);
  });

  it('is the same to the byte when printed again, also by another thread', async () => {
    const other = openCertificatePrinter({ templatesDir });
    const [one, again, elsewhere] = [await printer.print(job()), await printer.print(job()), await other.print(job())];
    await other.close?.();
    expect(Buffer.from(one).equals(again)).toBe(true);
    expect(Buffer.from(one).equals(elsewhere)).toBe(true);
  });

  it('carries the link with its seal in the QR code, readable from a 150 dpi scan', async () => {
    expect(await readQr(await printer.print(job()), 150)).toBe(job().verifyUrl);
  });

  it('prints the number and the link, but not the seal', async () => {
    const { text } = await openPdf(await printer.print(job()));
    expect(text).toContain(job().number);
    expect(text).toContain(`https://sandesh.example/v/${job().number}`);
    expect(text).not.toContain('eyJ');
  });

  it('is marked when it is a specimen', async () => {
    expect((await openPdf(await printer.print(job({ specimen: true })))).text).toContain('SPECIMEN');
    expect((await openPdf(await printer.print(job()))).text).not.toContain('SPECIMEN');
  });
});

describe('the birth certificate', () => {
  it('says what was registered, days as they are written in India', async () => {
    const { text } = await openPdf(await printer.print(certificate()));
    for (const said of ['MCD/2026/SHN/004512', '04-03-2026', 'Aarav Shrivastava', '27-02-2026', 'Male', '110000']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('twenty-seventh February two thousand twenty-six');
  });

  it('bears the day on which it was issued in India, not in Greenwich', async () => {
    expect((await openPdf(await printer.print(certificate()))).text).toContain('06-03-2026');
  });

  it('prints a dash for a child without a name yet, and for a father not named', async () => {
    const named = await openPdf(await printer.print(certificate()));
    const unnamed = await openPdf(await printer.print(certificate({ child_name: null, father_name: '' })));
    expect(named.text.split('—')).toHaveLength(1);
    expect(unnamed.text.split('—')).toHaveLength(3);
  });

  it.each([
    ['Hindi', 'विद्यार्थी क्षेत्रपाल', 'मकान संख्या 0, गली 4, कृष्णा नगर'],
    ['English', 'Venkataramanan', 'House No. 0, Gali No. 4, Krishna Nagar Extension'],
    ['unbroken', 'W'.repeat(100), 'W'.repeat(300)],
    ['unbroken Hindi', 'क्ष'.repeat(40), 'ज्ञा'.repeat(75)],
  ])('keeps the longest %s names and addresses on one page and inside the margin', async (_, name, address) => {
    const long = {
      child_name: repeated(name, 100),
      hospital_name: repeated(name, 150),
      birth_address: repeated(address, 300),
      mother_name: repeated(name, 100),
      father_name: repeated(name, 100),
      parents_address_at_birth: repeated(address, 300),
      permanent_address: repeated(address, 300),
      registrar_name: repeated(name, 60),
    };
    const { pages, reaches } = await openPdf(await printer.print(certificate(long)));
    expect(pages).toBe(1);
    expect(reaches).toBeLessThanOrEqual(RIGHT_MARGIN_MM + 0.2);
  });
});

describe('the receipt', () => {
  it('says what was paid, for what, how and when', async () => {
    const { text } = await openPdf(await printer.print(receipt()));
    for (const said of ['1,02,233.95', '−11,234.50', 'Early payment rebate', 'UPI', '000000000001', '2026-27']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('05-06-2026, 10:00 AM IST');
    expect(text).toContain('one lakh two thousand two hundred thirty-three and ninety-five');
  });

  it('needs neither owner, address, period nor bank reference', async () => {
    const bare = { owner: null, address: null, year: null, part_hi: null, part_en: null, bank_reference: null };
    const { text, pages } = await openPdf(await printer.print(receipt(bare)));
    expect(pages).toBe(1);
    expect(text).not.toContain('Owner');
  });

  it('loses no line when there are more than one page holds', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => ({ label: `Year ${1960 + i}`, amount: `${i + 1}.00` }));
    const { text, pages } = await openPdf(await printer.print(receipt({ lines })));
    expect(pages).toBeGreaterThan(1);
    for (const { label } of lines) expect(text).toContain(label);
  });
});

describe('a document without a form of its own', () => {
  it('says what it is, whose, until when, and who issued it, in both languages', async () => {
    const { text } = await openPdf(await printer.print(issued()));
    for (const said of ['Income certificate', '27-02-1984', 'Scholarship', '1,20,000', '05-09-2026', 'Tehsildar']) {
      expect(text).toContain(said);
    }
    expect(text).toContain('06-03-2026');
  });

  it('needs neither an end nor an officer', async () => {
    const bare = { valid_to: null, officer_name: null, designation_hi: null, designation_en: null };
    const { text, pages } = await openPdf(await printer.print(issued(bare)));
    expect(pages).toBe(1);
    expect(text).not.toContain('Issuing authority');
  });

  it('loses no line when there are more than one page holds', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      label_hi: 'वर्ष',
      label_en: `Year ${1960 + i}`,
      value_hi: `${i}`,
      value_en: `${i}`,
    }));
    const { text } = await openPdf(await printer.print(issued({ rows: many })));
    for (const { label_en } of many) expect(text).toContain(label_en);
  });
});

describe('the certificate printer', () => {
  it('prints mark-up in a name as it stands', async () => {
    const name = '#read("/templates/print/shared.typ") *b* $x$ ]';
    const { text } = await openPdf(await printer.print(certificate({ child_name: name })));
    expect(text).toContain(name.replace(/\s+/g, ' '));
  });

  it.each([
    ['Gurmukhi', 'ਪ੍ਰੀਤ'],
    ['a picture', '😀'],
  ])('refuses to print %s, for which it has no letters, and tells nobody what it was', async (_, name) => {
    const failure = await failureOf(printer.print(certificate({ mother_name: `कृष्णा ${name}` })));
    expect(failure).toMatchObject({ code: 'missing-glyph', retry: false });
    expect(String(failure.cause)).not.toContain(name);
    expect((await printer.print(certificate())).length).toBeGreaterThan(1000);
  });

  it('names the data that a template misses, and no data', async () => {
    const failure = await failureOf(printer.print({ ...certificate(), data: { child_name: 'Aarav' } }));
    expect(failure).toMatchObject({ code: 'template', retry: false });
    expect(String(failure.cause)).toContain('child_gender');
    expect(String(failure.cause)).not.toContain('Aarav');
  });

  it.each([
    '../outside',
    '/etc/passwd',
    'templates/print/none',
    'templates//print/receipt',
    'templates/print/receipt.typ',
  ])('refuses the template %s', async (template) => {
    expect(await failureOf(printer.print({ ...receipt(), template }))).toMatchObject({
      code: 'template',
      retry: false,
    });
  });

  it('goes on over the change of its thread, in the order asked', async () => {
    const changing = openCertificatePrinter({ templatesDir, printsPerThread: 2 });
    const numbers = ['A-1', 'A-2', 'A-3', 'A-4', 'A-5'];
    const printed = await Promise.all(numbers.map((number) => changing.print({ ...receipt(), number })));
    await changing.close?.();
    const texts = await Promise.all(printed.map(async (pdf) => (await openPdf(pdf)).text));
    for (const [i, number] of numbers.entries()) expect(texts[i]).toContain(number);
  });

  it('gives up a print that takes too long, which may be tried again', async () => {
    const hurried = openCertificatePrinter({ templatesDir, secondsPerPrint: 0.001 });
    const failure = await failureOf(hurried.print(receipt()));
    await hurried.close?.();
    expect(failure).toMatchObject({ code: 'timeout', retry: true });
  });

  it('prints nothing more once it is closed', async () => {
    const closing = openCertificatePrinter({ templatesDir });
    await closing.close?.();
    expect(await failureOf(closing.print(receipt()))).toMatchObject({ code: 'closed' });
  });

  it('says whether it can print', async () => {
    expect(await printer.check()).toMatchObject({ ok: true });
    const empty = await mkdtemp(join(tmpdir(), 'no-templates-'));
    expect(await openCertificatePrinter({ templatesDir: empty }).check()).toMatchObject({ ok: false });
    await rm(empty, { recursive: true });
  });
});
