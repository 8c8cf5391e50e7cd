import { beforeEach, describe, expect, it } from 'vitest';
import { IssueCertificate } from '#application/document/issue-certificate.ts';
import { PublishDocument } from '#application/document/publish-document.ts';
import { RevokeCertificate } from '#application/document/revoke-certificate.ts';
import { VerifyCertificate } from '#application/document/verify-certificate.ts';
import { IssueReceipt } from '#application/payment/issue-receipt.ts';
import type { PrintJob } from '#application/ports/out/certificate-printer.ts';
import { catalogueOf } from '#domain/catalogue/catalogue.ts';
import type { ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import { PrinterFailed } from '#domain/shared/failure.ts';
import { rupees } from '#domain/shared/money.ts';
import { aCitizen, aDemand, anOfficer, aPayment, aServiceApplication } from '#test/kit/builders.ts';
import { catalogue, translator } from '#test/kit/dialogue.ts';
import { aDocumentStore, anInstallation, aWorld, dueKinds, NOW, type World } from '#test/kit/fakes.ts';

/** Prints at once, or when it is let go; the first ones may fail. */
function aPrinter() {
  const printed: PrintJob[] = [];
  const failures: Error[] = [];
  return {
    printed,
    failures,
    async print(job: PrintJob) {
      const failure = failures.shift();
      if (failure) throw failure;
      printed.push(job);
      return new TextEncoder().encode(job.number);
    },
    check: async () => ({ ok: true }) as const,
  };
}

const hashing = {
  sha256: (data: Uint8Array | string) => `sha256 of ${String(data)}`,
  token: () => 'token',
  hashPassword: async () => 'hash',
  verifyPassword: async () => false,
};
const seal = {
  sign: async () => 'sealed',
  verify: async () => undefined,
  publicKeys: async () => ({ keys: [] }),
};
const inFull = { money: () => 'in words', day: () => 'in words' };

let world: World;
let printer: ReturnType<typeof aPrinter>;
let documents: ReturnType<typeof aDocumentStore>;
let publisher: PublishDocument;
let certificates: IssueCertificate;
let receipts: IssueReceipt;

beforeEach(async () => {
  world = aWorld();
  printer = aPrinter();
  documents = aDocumentStore();
  const { store, clock, ids } = world;
  publisher = new PublishDocument(
    printer,
    seal,
    documents,
    store.applications,
    store.certificates,
    store.jobs,
    store.transactions,
    hashing,
    anInstallation,
  );
  certificates = new IssueCertificate(
    store.applications,
    store.certificates,
    store.officers,
    store.numbers,
    publisher,
    catalogue,
    translator,
    inFull,
    anInstallation,
    clock,
    ids,
  );
  receipts = new IssueReceipt(
    store.payments,
    store.demands,
    store.applications,
    store.certificates,
    store.numbers,
    publisher,
    catalogue,
    translator,
    inFull,
    clock,
    ids,
  );
  await aCitizen(world);
  await store.officers.put(anOfficer(), 'hash');
});

const kept = () => world.store.certificates.ofApplication('application-1');
const answers = { child_dob: '2026-03-01', child_gender: 'female', mother_name: 'Meera Invented' };
const approved = (more: Record<string, string> = {}) =>
  world.store.applications.add(
    aServiceApplication({
      status: 'approved',
      answers: { ...answers, ...more },
      decision: { by: 'officer-1', at: NOW },
    }),
  );

describe('IssueCertificate', () => {
  it('issues one certificate, however often the job is done', async () => {
    await approved();
    await certificates.issue('application-1');
    await certificates.issue('application-1');
    expect(await kept()).toHaveLength(1);
    expect(await dueKinds(world)).toEqual(['record-entry', 'record-issued', 'tell-citizen']);
  });

  it('lets one of two workers win who print for it at the same moment, and keeps one document', async () => {
    await approved();
    await Promise.all([certificates.issue('application-1'), certificates.issue('application-1')]);
    const [certificate, ...others] = await kept();
    expect(others).toEqual([]);
    expect([...documents.files.keys()]).toEqual([`citizen-1/${certificate?.snapshot().documentId}`]);
    expect(await dueKinds(world)).toHaveLength(3);
  });

  it('keeps the running number when the printer failed, so that the series has no gap', async () => {
    await approved();
    printer.failures.push(new PrinterFailed('crashed', { retry: true }));
    await expect(certificates.issue('application-1')).rejects.toThrow(PrinterFailed);
    expect(await dueKinds(world)).toEqual([]);
    await certificates.issue('application-1');
    expect((await kept())[0]?.snapshot().number).toMatch(/^MCD-BIRTH-26-0000001-/);
  });

  it('issues nothing that was not approved', async () => {
    await world.store.applications.add(aServiceApplication());
    await certificates.issue('application-1');
    await certificates.issue('unknown');
    expect(printer.printed).toEqual([]);
  });

  it('names who decided, and tells strangers no name in full', async () => {
    await approved();
    await certificates.issue('application-1');
    expect(printer.printed[0]?.data).toMatchObject({ registrar_name: 'Meera Invented', mother_name: 'Meera Invented' });
    const number = (await kept())[0]?.snapshot().number ?? '';
    const verified = await new VerifyCertificate(world.store.certificates).verify(` ${number.toLowerCase()} `);
    expect(verified).toMatchObject({ status: 'genuine', issuedOn: '2026-03-05' });
    expect(JSON.stringify(verified)).not.toContain('Invented');
  });
});

describe('a corrected document', () => {
  const verified = async (number = '') => new VerifyCertificate(world.store.certificates).verify(number);

  it('takes the place of the first, which is told to be replaced, however often the job is done', async () => {
    const { store, clock } = world;
    const revoking = new RevokeCertificate(store.certificates, clock);
    await approved();
    await certificates.issue('application-1');
    const corrected = clock.now();
    clock.advance(1);
    for (let tries = 0; tries < 2; tries += 1) {
      await revoking.replace('application-1', corrected);
      await certificates.issue('application-1');
      clock.advance(1);
    }
    const [first, second, ...more] = (await kept()).map((each) => each.snapshot());
    expect(more).toEqual([]);
    expect(await verified(first?.number)).toMatchObject({ status: 'replaced' });
    expect(await verified(second?.number)).toMatchObject({ status: 'genuine' });
    expect(second?.number).not.toBe(first?.number);
    expect(printer.printed[1]?.data).toMatchObject({ registration_number: first?.number });
  });

  it('is good no longer than the first was', async () => {
    const { store, clock } = world;
    await approved();
    await certificates.issue('application-1');
    const [first] = (await kept()).map((each) => each.snapshot());
    if (!first) throw new Error('it was issued');
    await store.certificates.update(first.number, (each) => each.replace(clock.now()));
    clock.advance(400 * 24 * 60);
    await certificates.issue('application-1');
    expect((await kept()).at(-1)?.snapshot().validTo).toBe(first.validTo);
  });
});

describe('a document without a form of its own', () => {
  const shared = { ...anInstallation, templateOf: () => 'templates/print/issued' };

  it('prints what the service names, in both languages, and until when it is good', async () => {
    const { store, clock, ids } = world;
    const service = {
      ...(catalogue.find('birth-certificate') as ServiceDefinition),
      printed: ['registration_date', 'mother_name', 'child_gender', 'child_dob', 'aadhaar_ref', 'father_name'],
      validity: { until: { value: ['issued+1y'], from: '2026-01-01', verified: false, source: 'invented' } },
    };
    const issuing = new IssueCertificate(
      store.applications,
      store.certificates,
      store.officers,
      store.numbers,
      publisher,
      catalogueOf([service], 'notice-1'),
      translator,
      inFull,
      shared,
      clock,
      ids,
    );
    await approved({ aadhaar_ref: '999999990019' });
    await issuing.issue('application-1');
    const [{ data }] = printer.printed as [PrintJob];
    const rows = data.rows as { label_en: string; value_hi: string; value_en: string }[];
    expect(rows.map(({ value_hi, value_en }) => [value_hi, value_en])).toEqual([
      ['2026-03-05', '2026-03-05'],
      ['Meera Invented', 'Meera Invented'],
      ['लड़की', 'Girl'],
      ['2026-03-01', '2026-03-01'],
      [expect.stringMatching(/0019$/), expect.not.stringContaining('9999999')],
    ]);
    expect(data).toMatchObject({ valid_from: '2026-03-05', valid_to: '2027-03-04', designation_hi: expect.anything() });
    const number = (await kept())[0]?.snapshot().number ?? '';
    expect(await new VerifyCertificate(store.certificates).verify(number)).toMatchObject({ validTo: '2027-03-04' });
  });
});

describe('IssueReceipt', () => {
  beforeEach(async () => {
    const { applications, demands, payments } = world.store;
    await applications.add(aServiceApplication({ fee: rupees(50) }));
    await demands.add(aDemand());
    await payments.add(aPayment());
  });
  const settled = () =>
    world.store.payments.update('payment-1', (payment) => {
      const report = { paymentId: 'payment-1', gatewayReference: 'g', reportId: 'r', amount: rupees(50), at: NOW };
      payment.settle({ ...report, outcome: 'paid', method: 'upi' }, NOW);
    });

  it('issues one receipt, however often and at once the job is done', async () => {
    await settled();
    await Promise.all([receipts.issue('payment-1'), receipts.issue('payment-1')]);
    await receipts.issue('payment-1');
    expect((await kept()).map((each) => each.snapshot().number)).toEqual(['MCD-2025-26-R-000001']);
    expect(documents.files.size).toBe(1);
    expect(await dueKinds(world)).toEqual(['tell-citizen']);
  });

  it('issues none for money that has not come', async () => {
    await receipts.issue('payment-1');
    expect(await kept()).toEqual([]);
  });
});

describe('a number that was never issued', () => {
  it('is not genuine', async () => {
    expect(await new VerifyCertificate(world.store.certificates).verify('MCD-BIRTH-26-0000009-K7QXM')).toBeUndefined();
  });
});
