import { drawForm, type SampleForm } from './sample-form.ts';

/** What stands on an invented hospital birth slip. */
export interface SlipFacts {
  readonly hospital: string;
  readonly slipNumber: string;
  readonly motherName: string;
  readonly fatherName: string;
  /** As printed, such as `05/03/2026`. */
  readonly bornOn: string;
  readonly bornAt: string;
  readonly sex: 'Male' | 'Female';
  readonly weight: string;
  readonly place: string;
}

/** Nobody: the hospital and the family are invented. */
export const sampleSlipFacts: SlipFacts = {
  hospital: 'Asha Jyoti Maternity Hospital',
  slipNumber: 'AJ/2026/0314',
  motherName: 'Sunita Devi',
  fatherName: 'Rakesh Kumar',
  bornOn: '05/03/2026',
  bornAt: '10:45 AM',
  sex: 'Female',
  weight: '2.9 kg',
  place: 'Karol Bagh, New Delhi',
};

/** A clean picture of a hospital's birth slip, A5 at about 210 dpi, for demonstrations and tests. */
export const drawSampleSlip = (facts: SlipFacts = sampleSlipFacts): Promise<Buffer> =>
  drawForm(formOf(facts)).encode('png');

/** The same as a JPEG, as a phone would send it. */
export const sampleSlipJpeg = (facts: SlipFacts = sampleSlipFacts): Promise<Buffer> =>
  drawForm(formOf(facts)).encode('jpeg', 88);

const formOf = (facts: SlipFacts): SampleForm => ({
  issuer: facts.hospital,
  title: 'Birth Slip / जन्म पर्ची',
  number: `Slip No. ${facts.slipNumber}`,
  rows: [
    ["Mother's Name", 'माता का नाम', facts.motherName],
    ["Father's Name", 'पिता का नाम', facts.fatherName],
    ['Date of Birth', 'जन्म तिथि', facts.bornOn],
    ['Time of Birth', 'जन्म का समय', facts.bornAt],
    ['Sex of Child', 'शिशु का लिंग', facts.sex],
    ['Weight at Birth', 'जन्म के समय वज़न', facts.weight],
    ['Place of Birth', 'जन्म स्थान', facts.place],
  ],
  signedBy: 'Medical Officer / चिकित्सा अधिकारी',
});
