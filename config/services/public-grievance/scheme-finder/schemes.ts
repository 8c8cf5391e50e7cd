import type { Scheme } from '#domain/catalogue/service-definition.ts';

/** `service` is where to apply here; without one the scheme's own words say where. */
const scheme = (id: string, rule: string, source: string, from: string, service?: string, verified = true): Scheme => ({
  id,
  rule: { value: rule, from, verified, source },
  ...(service !== undefined && { service }),
});

const fiveYears = 'residence_years >= 5';
const poor = 'annual_family_income <= 100000';
/** Own income counts; that of the family covers it. */
const poorHerself = `(${poor} or low_own_income)`;
const student = "'student' in situation";
const girlChild = "'girl-child' in situation";
const reserved = "social_category in ['sc', 'st', 'obc']";

/** What each scheme asks for, as far as a few questions can tell. The department decides. */
export const schemes: readonly Scheme[] = [
  scheme(
    'old-age-pension',
    `age >= 60 and ${fiveYears} and ${poor} and not other_pension`,
    'Department of Social Welfare, old age assistance',
    '2017-01-01',
    'old-age-pension',
  ),
  scheme(
    'distress-pension',
    `gender == 'female' and age >= 18 and marital_status in ['widowed', 'divorced', 'separated', 'deserted'] and ${fiveYears} and ${poorHerself} and not other_pension`,
    'Department of Women and Child Development, pension for women in distress',
    '2017-01-01',
    'widow-pension',
  ),
  scheme(
    'disability-assistance',
    `'disabled' in situation and disability_percent >= 40 and ${fiveYears} and ${poor} and not other_pension`,
    'Department of Social Welfare, assistance to persons with special needs',
    '2017-01-01',
    'disability-pension',
  ),
  scheme(
    'family-benefit',
    `'bereaved' in situation and deceased_18_to_60 and ${fiveYears} and ${poor}`,
    'Delhi Family Benefit Scheme',
    '2012-01-01',
    'family-benefit-scheme',
  ),
  scheme(
    'lakhpati-bitiya',
    `${girlChild} and residence_years >= 3 and annual_family_income <= 120000 and born_in_delhi and daughters <= 2`,
    'Delhi Lakhpati Bitiya Yojana',
    '2026-04-01',
    'ladli-scheme',
  ),
  scheme(
    'widow-daughter-marriage',
    `gender == 'female' and (marital_status == 'widowed' or marital_status == 'single' and orphan_girl) and ${fiveYears} and ${poorHerself} and bride_age >= 18`,
    'Department of Women and Child Development, marriage of a widow’s daughter',
    '2012-01-01',
    'widow-daughter-marriage-aid',
  ),
  scheme(
    'matru-vandana',
    "'pregnant' in situation and gender == 'female' and age >= 19 and not gov_employee and first_or_girl and (annual_family_income <= 800000 or social_category in ['sc', 'st'] or disability_percent >= 40)",
    'Pradhan Mantri Matru Vandana Yojana 2.0',
    '2022-04-01',
    'maternity-benefit',
  ),
  scheme(
    'ration',
    'annual_family_income <= 120000 and not gov_employee and not income_taxpayer and not owns_four_wheeler and not owns_property_a_to_e and sanctioned_load_kw <= 2',
    'Delhi Food Security Rules, 2026',
    '2026-01-01',
    'ration-card-new',
  ),
  scheme('vay-vandana', "age >= 70 or 'senior-70' in situation", 'Ayushman Vay Vandana', '2024-10-29', 'health-card'),
  scheme('pm-jay', 'listed_ration_card', 'Ayushman Bharat PM-JAY in Delhi', '2025-04-05', 'health-card'),
  scheme(
    'post-matric-scholarship',
    `${student} and school_class >= 11 and ${reserved} and annual_family_income <= 250000`,
    'Post-matric scholarship',
    '2021-04-01',
    'scholarship-post-matric',
  ),
  scheme(
    'vidyarthi-pratibha',
    `${student} and school_class >= 9 and school_class <= 12 and social_category in ['sc', 'st', 'obc', 'minority'] and annual_family_income <= 800000 and (school_class <= 10 and marks_percent >= 50 or marks_percent >= 60)`,
    'Mukhyamantri Vidyarthi Pratibha Yojana',
    '2021-04-01',
    'scholarship-merit',
  ),
  scheme(
    'tuition-fee',
    `${student} and school_class >= 1 and school_class <= 12 and ${reserved} and annual_family_income <= 300000 and marks_percent >= 50 and attendance_percent >= 70`,
    'Reimbursement of tuition fee, Delhi',
    '2021-04-01',
    'tuition-fee-reimbursement',
  ),
  scheme(
    'school-seat',
    `child_age >= 3 and child_age <= 7 and (annual_family_income <= 500000 or ${reserved} or 'disabled' in situation)`,
    'Directorate of Education, admission under EWS, DG and CWSN',
    '2025-01-01',
    'school-admission-ews',
  ),
  scheme(
    'construction-welfare',
    "'construction' in situation and age >= 18 and age <= 59 and work_days_12m >= 90",
    'Delhi Building and Other Construction Workers Rules, 2002',
    '2002-01-10',
    'construction-worker-registration',
  ),
  scheme(
    'saheli',
    "gender in ['female', 'transgender'] and age >= 12",
    'Saheli smart card of the Delhi Government',
    '2025-07-01',
    'bus-pass',
  ),
  scheme(
    'electricity-subsidy',
    'domestic_connection',
    'Delhi Government, electricity subsidy on demand',
    '2022-10-01',
    'electricity-subsidy',
  ),
  scheme(
    'ews',
    "social_category == 'general' and annual_family_income <= 800000 and not large_assets",
    'Office memorandum of 17 January 2019 on economically weaker sections',
    '2019-02-01',
    'ews-certificate',
  ),
  scheme(
    'svanidhi',
    "'vendor' in situation and vending_certificate",
    'PM SVANidhi; amounts of the extended scheme, not confirmed',
    '2025-08-27',
    undefined,
    false,
  ),
  scheme(
    'ujjwala',
    "gender == 'female' and age >= 18 and annual_family_income <= 120000 and not has_lpg",
    'Pradhan Mantri Ujjwala Yojana',
    '2021-08-10',
  ),
  scheme(
    'awas',
    "'no-house' in situation and annual_family_income <= 900000 and not owns_pucca_house",
    'Pradhan Mantri Awas Yojana, Urban 2.0; the amount is not confirmed',
    '2024-09-01',
    undefined,
    false,
  ),
  scheme(
    'atal-pension',
    'age >= 18 and age <= 40 and bank_account and not income_taxpayer',
    'Atal Pension Yojana',
    '2022-10-01',
  ),
  scheme(
    'suraksha-bima',
    'age >= 18 and age <= 70 and bank_account',
    'Pradhan Mantri Suraksha Bima Yojana',
    '2022-06-01',
  ),
  scheme(
    'jeevan-jyoti',
    'age >= 18 and age <= 50 and bank_account',
    'Pradhan Mantri Jeevan Jyoti Bima Yojana',
    '2022-06-01',
  ),
  scheme('sukanya', `${girlChild} and daughter_age < 10`, 'Sukanya Samriddhi Account Scheme, 2019', '2019-12-12'),
  scheme(
    'mahila-samriddhi',
    `gender == 'female' and age >= 21 and age <= 59 and ${fiveYears} and annual_family_income <= 300000 and not gov_employee`,
    'Announced in March 2025, not started; conditions not confirmed',
    '2025-03-08',
    undefined,
    false,
  ),
];
