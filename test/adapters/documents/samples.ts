import type { PrintData, PrintJob } from '#application/ports/out/certificate-printer.ts';

// Invented people, a seal of the usual length that is none.

const home = 'मकान संख्या 0, गली संख्या 4, कृष्णा नगर विस्तार, पूर्वी दिल्ली 110000';
const seal = 'eyJhbGciOiJFZERTQSJ9.'.padEnd(300, 'aB3dE5-_x');

export const child: PrintData = {
  registration_number: 'MCD/2026/SHN/004512',
  registration_date: '2026-03-04',
  child_name: 'आरव श्रीवास्तव / Aarav Shrivastava',
  child_gender: 'male',
  child_dob: '2026-02-27',
  child_dob_words_hi: 'सत्ताईस फ़रवरी दो हज़ार छब्बीस',
  child_dob_words_en: 'twenty-seventh February two thousand twenty-six',
  hospital_name: 'क्षितिज अस्पताल',
  birth_address: 'दिलशाद गार्डन, दिल्ली 110000',
  mother_name: 'कृष्णा श्रीवास्तव',
  father_name: 'विद्यार्थी श्रीवास्तव',
  parents_address_at_birth: home,
  permanent_address: home,
  registrar_name: 'सुनीता क्षेत्रपाल',
  registrar_office_hi: 'उप-पंजीयक (जन्म एवं मृत्यु), शाहदरा उत्तरी क्षेत्र',
  registrar_office_en: 'Sub-Registrar (Births and Deaths), Shahdara North Zone',
};

export const propertyTax: PrintData = {
  department_hi: 'दिल्ली नगर निगम',
  department_en: 'Municipal Corporation of Delhi',
  service_hi: 'संपत्ति कर भुगतान',
  service_en: 'Payment of property tax',
  account: '000000000000000',
  account_label_hi: 'विशिष्ट संपत्ति पहचान (यूपीआईसी)',
  account_label_en: 'Unique property identification code (UPIC)',
  owner: 'वि••••••• श्री•••••••',
  address: home,
  year: '2026-27',
  part_hi: 'पूरा वर्ष',
  part_en: 'Whole year',
  lines: [
    { label: 'संपत्ति कर', label_en: 'Property tax', amount: '1,12,345.00' },
    { label: 'समय से पूर्व भुगतान छूट 10%', label_en: 'Early payment rebate 10%', amount: '-11,234.50' },
    { label: 'शिक्षा उपकर', label_en: 'Education cess', amount: '1,123.45' },
  ],
  total: '1,02,233.95',
  total_words_hi: 'एक लाख दो हज़ार दो सौ तैंतीस रुपये पचानवे पैसे मात्र',
  total_words_en: 'Rupees one lakh two thousand two hundred thirty-three and ninety-five paise only',
  mode_hi: 'यूपीआई',
  mode_en: 'UPI',
  bank_reference: '000000000001',
  paid_at: '2026-06-05T04:30:00.000Z',
};

export const certificate = (data: PrintData = {}): PrintJob => ({
  template: 'services/mcd/birth-certificate/certificate',
  title: 'जन्म प्रमाण पत्र / Birth certificate',
  number: 'MCD-BC-2026-0000123',
  issuedAt: '2026-03-05T20:30:00.000Z',
  verifyUrl: `https://sandesh.example/v/MCD-BC-2026-0000123#${seal}`,
  data: { ...child, ...data },
});

export const receipt = (data: PrintData = {}): PrintJob => ({
  template: 'templates/print/receipt',
  title: 'भुगतान रसीद / Payment receipt',
  number: 'MCD-R-2026-0000456',
  issuedAt: '2026-06-05T04:30:02.000Z',
  verifyUrl: `https://sandesh.example/v/MCD-R-2026-0000456#${seal}`,
  data: { ...propertyTax, ...data },
});

const row = (label_hi: string, label_en: string, value_hi: string, value_en = value_hi): PrintData => ({
  label_hi,
  label_en,
  value_hi,
  value_en,
});

export const income: PrintData = {
  department_hi: 'राजस्व विभाग',
  department_en: 'Revenue Department',
  title_hi: 'आय प्रमाण पत्र',
  title_en: 'Income certificate',
  kind_hi: 'प्रमाण पत्र',
  kind_en: 'Certificate',
  acknowledgement_number: 'REVENUE-26-0000321-4',
  rows: [
    row('नाम', 'Name', 'कृष्णा श्रीवास्तव'),
    row('जन्म तिथि', 'Date of birth', '1984-02-27'),
    row('वार्षिक आय', 'Yearly income', '₹ 1,20,000'),
    row('उद्देश्य', 'Purpose', 'छात्रवृत्ति', 'Scholarship'),
    row('पता', 'Address', home),
  ],
  valid_from: '2026-03-06',
  valid_to: '2026-09-05',
  officer_name: 'सुनीता क्षेत्रपाल',
  designation_hi: 'तहसीलदार',
  designation_en: 'Tehsildar',
};

export const issued = (data: PrintData = {}): PrintJob => ({
  template: 'templates/print/issued',
  title: 'Income certificate',
  number: 'REVENUE-INCOME-26-0000123-K7QX3',
  issuedAt: '2026-03-05T20:30:00.000Z',
  verifyUrl: `https://sandesh.example/v/REVENUE-INCOME-26-0000123-K7QX3#${seal}`,
  data: { ...income, ...data },
});
