import type { Question } from '#domain/catalogue/service-definition.ts';
import { districts, mcdZones } from './places.ts';

/**
 * Questions that many services ask in the same words (`fields.json` of each language). A service spreads one to change it:
 * `{ ...email, quiet: false }`; words of its own beside the service win over the shared ones.
 */
const one = <Id extends string>(id: Id, question: Omit<Question, 'id'>): Question & { readonly id: Id } => ({
  id,
  ...question,
});
const name = { type: 'person-name', min: 2, max: 100 } as const;

export const applicantName = one('applicant_name', {
  ...name,
  prefill: ['aadhaar.name', 'voter-id.name', 'passport.name', 'driving-licence.name', 'pan-card.name'],
});
export const fatherName = one('father_name', {
  ...name,
  prefill: ['voter-id.father_name', 'pan-card.father_name', 'birth-certificate.father_name'],
});
export const motherName = one('mother_name', {
  ...name,
  prefill: ['birth-certificate.mother_name', 'school-certificate.mother_name'],
});
export const spouseName = one('spouse_name', {
  ...name,
  prefill: ['marriage-certificate.spouse_name', 'voter-id.spouse_name'],
});
export const fatherOrHusbandName = one('father_or_husband_name', {
  ...name,
  prefill: ['aadhaar.care_of', 'voter-id.father_name'],
});
export const guardianName = one('guardian_name', name);
export const dateOfBirth = one('date_of_birth', {
  type: 'date',
  notBefore: 'today-120y',
  notAfter: 'today',
  prefill: ['aadhaar.dob', 'birth-certificate.dob', 'pan-card.dob', 'school-certificate.dob', 'voter-id.dob'],
});
export const gender = one('gender', {
  type: 'choice',
  choices: ['male', 'female', 'transgender'],
  prefill: ['aadhaar.gender', 'voter-id.gender'],
});
export const email = one('email', { type: 'email', optional: true, quiet: true });
/** Only where the law allows to ask for it. */
export const aadhaarRef = one('aadhaar_ref', { type: 'id-number', of: 'aadhaar', sensitive: true });
export const idType = one('id_type', {
  type: 'choice',
  choices: ['aadhaar', 'voter-id', 'passport', 'driving-licence', 'pan-card'],
});
export const presentAddress = one('present_address', {
  type: 'address',
  pattern: '^11\\d{4}$',
  prefill: ['aadhaar.address', 'voter-id.address', 'electricity-bill.address', 'water-bill.address'],
});
export const permanentAddress = one('permanent_address', {
  type: 'address',
  prefill: ['aadhaar.address'],
  sameAs: 'present_address',
});
export const district = one('district', { type: 'choice', choices: districts, master: 'districts' });
export const mcdZone = one('mcd_zone', { type: 'choice', choices: mcdZones, master: 'mcd-zones' });
export const wardNo = one('ward_no', { type: 'number', min: 1, max: 250 });
export const residenceSince = one('residence_since', {
  type: 'date',
  monthIsEnough: true,
  notBefore: 'date_of_birth',
  notAfter: 'today',
  prefill: ['voter-id.issue_date', 'address-proof.date', 'domicile-certificate.date'],
});
export const nationality = one('nationality', {
  type: 'choice',
  choices: ['indian', 'other'],
  presumed: 'indian',
  prefill: ['passport.nationality'],
});
export const religion = one('religion', {
  type: 'choice',
  choices: ['hindu', 'muslim', 'sikh', 'christian', 'buddhist', 'jain', 'parsi', 'other', 'none'],
});
export const socialCategory = one('social_category', {
  type: 'choice',
  choices: ['general', 'sc', 'st', 'obc', 'minority'],
  prefill: ['caste-certificate.category'],
});
export const maritalStatus = one('marital_status', {
  type: 'choice',
  choices: ['single', 'married', 'widowed', 'divorced', 'separated', 'deserted'],
});
const largestIncome = 100_000_000_00;
export const annualFamilyIncome = one('annual_family_income', {
  type: 'money',
  min: 0,
  max: largestIncome,
  prefill: ['income-certificate.annual_income', 'income-proof.annual_income'],
});
export const annualIncome = one('annual_income', {
  type: 'money',
  min: 0,
  max: largestIncome,
  prefill: ['income-certificate.annual_income'],
});
export const occupation = one('occupation', {
  type: 'choice',
  choices: [
    'salaried',
    'self-employed',
    'daily-wage',
    'farmer',
    'homemaker',
    'student',
    'unemployed',
    'retired',
    'other',
  ],
});
export const bankAccountNumber = one('bank_account_number', {
  type: 'account-number',
  of: 'bank',
  pattern: '^\\d{9,18}$',
  sensitive: true,
  prefill: ['bank-passbook.account_number'],
});
export const bankIfsc = one('bank_ifsc', {
  type: 'id-number',
  of: 'ifsc',
  pattern: '^[A-Z]{4}0[A-Z0-9]{6}$',
  prefill: ['bank-passbook.ifsc'],
});
export const bankAccountHolder = one('bank_account_holder', {
  ...name,
  prefill: ['bank-passbook.holder'],
  sameAs: 'applicant_name',
});
/** Must be a yes. */
export const bankSingleOperated = one('bank_single_operated', { type: 'yes-no', pattern: '^yes$' });
export const disabilityPercent = one('disability_percent', {
  type: 'number',
  min: 0,
  max: 100,
  prefill: ['disability-certificate.percent'],
});
export const disabilityType = one('disability_type', {
  type: 'choice',
  choices: [
    'locomotor',
    'visual',
    'hearing',
    'speech',
    'intellectual',
    'mental-illness',
    'autism',
    'cerebral-palsy',
    'multiple',
    'blood-disorder',
    'other',
  ],
  prefill: ['disability-certificate.type'],
});
export const udid = one('udid', {
  type: 'id-number',
  of: 'udid',
  pattern: '^[A-Z]{2}\\d{16}$',
  optional: true,
  prefill: ['disability-certificate.udid'],
});
export const rationCardNo = one('ration_card_no', {
  type: 'id-number',
  of: 'ration',
  pattern: '^\\d{10,12}$',
  prefill: ['ration-card.number'],
});
export const purpose = one('purpose', { type: 'text', min: 3, max: 200 });
export const relationToApplicant = one('relation_to_applicant', {
  type: 'choice',
  choices: ['self', 'father', 'mother', 'spouse', 'son', 'daughter', 'brother', 'sister', 'guardian', 'other'],
});
/** Whoever files for another is written into the file as such. */
export const onBehalfOf = one('on_behalf_of', {
  type: 'choice',
  choices: ['self', 'child', 'dependent', 'other'],
});
export const upic = one('upic', {
  type: 'account-number',
  of: 'upic',
  pattern: '^\\d{15}$',
  prefill: ['property-tax-receipt.upic'],
});
export const dlNo = one('dl_no', {
  type: 'id-number',
  of: 'dl',
  pattern: '^[A-Z]{2}\\d{13}$',
  prefill: ['driving-licence.number'],
});
export const vehicleNo = one('vehicle_no', {
  type: 'id-number',
  of: 'vehicle',
  pattern: '^([A-Z]{2}\\d{1,2}[A-Z]{0,3}\\d{4}|\\d{2}BH\\d{4}[A-Z]{1,2})$',
  prefill: ['vehicle-rc.number'],
});
export const kNo = one('k_no', {
  type: 'account-number',
  of: 'djb',
  pattern: '^\\d{10}$',
  prefill: ['water-bill.k_no'],
});
export const caNo = one('ca_no', {
  type: 'account-number',
  of: 'electricity',
  pattern: '^\\d{9,12}$',
  prefill: ['electricity-bill.ca_no'],
});
export const deliveryMode = one('delivery_mode', {
  type: 'choice',
  choices: ['whatsapp', 'digilocker', 'post', 'office'],
  presumed: 'whatsapp',
});
