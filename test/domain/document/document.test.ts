import { describe, expect, it } from 'vitest';
import { Certificate, certificateNumber } from '#domain/document/certificate.ts';
import { fileTypeOf } from '#domain/document/file-type.ts';
import { Paper } from '#domain/document/paper.ts';
import { NOW } from '#test/kit/fakes.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from([...text].map((each) => each.charCodeAt(0)));

describe('the true type of a file', () => {
  it.each([
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['%PDF-1.7', 'application/pdf'],
    ['RIFF\x00\x00\x00\x00WEBP', 'image/webp'],
    ['\x00\x00\x00\x18ftypheic', 'image/heic'],
    ['MZ\x90\x00', undefined],
    ['<html>', undefined],
    ['PK\x03\x04', undefined],
    ['', undefined],
  ])('that begins with %j is %s', (beginning, type) => {
    expect(fileTypeOf(bytes(beginning))).toBe(type);
  });
});

describe('Certificate', () => {
  const issued = {
    number: 'MCD-BIRTH-26-0000123-K7QXM',
    citizenId: 'citizen-1',
    serviceId: 'birth-certificate',
    department: 'mcd',
    applicationId: 'application-1',
    documentId: 'document-1',
    issuedAt: NOW,
    hash: 'ab',
    publicFacts: [],
  };

  it.each([
    ['certificate', 'CertificateIssued'],
    ['receipt', 'ReceiptIssued'],
  ] as const)('of kind %s says once that it was issued, by ids only', (kind, type) => {
    const certificate = Certificate.issue({ ...issued, kind });
    const about = { number: issued.number, documentId: 'document-1' };
    const { citizenId, applicationId: subjectId } = issued;
    expect(certificate.takeEvents()).toEqual([{ type, citizenId, subjectId, at: NOW, about }]);
    expect(certificate.takeEvents()).toEqual([]);
  });

  it('comes back from its snapshot as it was, and says nothing anew', () => {
    const certificate = Certificate.issue({ ...issued, kind: 'certificate' });
    const restored = Certificate.restore(JSON.parse(JSON.stringify(certificate.snapshot())));
    expect(restored.snapshot()).toEqual(certificate.snapshot());
    expect(restored.takeEvents()).toEqual([]);
  });

  it('has a number of the year in which it is in India', () => {
    expect(certificateNumber('MCD-BIRTH', '2026-12-31T18:29:59.999Z', 123, 'K7QXM')).toBe('MCD-BIRTH-26-0000123-K7QXM');
    expect(certificateNumber('MCD-BIRTH', '2026-12-31T18:30:00.000Z', 1, 'K7QXM')).toBe('MCD-BIRTH-27-0000001-K7QXM');
  });
});

describe('Paper', () => {
  it('comes back from its snapshot with what was read in it', () => {
    const paper = Paper.receive({
      id: 'paper-1',
      citizenId: 'citizen-1',
      documentId: 'paper-1',
      mime: 'image/jpeg',
      receivedAt: NOW,
    });
    expect(paper.snapshot().reading).toBeUndefined();
    paper.recordReading({ quality: 'poor', facts: {}, problems: ['blurred'] });
    expect(Paper.restore(JSON.parse(JSON.stringify(paper.snapshot()))).snapshot()).toEqual(paper.snapshot());
    expect(paper.snapshot().reading?.problems).toEqual(['blurred']);
  });
});
