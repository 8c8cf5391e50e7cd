import { drawForm } from './sample-form.ts';

/** What stands on an invented identity card. */
export interface IdCardFacts {
  readonly name: string;
  readonly husbandName: string;
  /** As printed, such as `12/08/1998`. */
  readonly bornOn: string;
  readonly sex: 'Male' | 'Female';
  readonly address: string;
}

/** Nobody: the mother of the sample slip. */
export const sampleIdCardFacts: IdCardFacts = {
  name: 'Sunita Devi',
  husbandName: 'Rakesh Kumar',
  bornOn: '12/08/1998',
  sex: 'Female',
  address: 'H 12, Karol Bagh, Delhi 110005',
};

/** An elector's identity card as a JPEG, plainly a specimen; it looks like no real one. */
export const sampleIdCardJpeg = (facts: IdCardFacts = sampleIdCardFacts): Promise<Buffer> =>
  drawForm({
    issuer: 'Elector Photo Identity Card',
    title: 'Specimen / नमूना',
    number: 'Card No. SPECIMEN',
    rows: [
      ["Elector's Name", 'निर्वाचक का नाम', facts.name],
      ["Husband's Name", 'पति का नाम', facts.husbandName],
      ['Sex', 'लिंग', facts.sex],
      ['Date of Birth', 'जन्म तिथि', facts.bornOn],
      ['Address', 'पता', facts.address],
    ],
    signedBy: 'Specimen Officer',
  }).encode('jpeg', 88);
