import { applicantName, email, fatherOrHusbandName, presentAddress } from '#config/services/shared/fields.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';

/** A report that something was lost, with which copies of papers and cards can be had. Theft is another matter. */
export const lostArticleReport = defineService({
  id: 'lost-article-report',
  department: 'police',
  category: 'police',
  kind: 'application',
  outcome: 'report',
  version: '2026-11-01',
  questions: [
    // Asked first, so that nobody tells all of a theft in vain.
    { id: 'not_stolen', type: 'yes-no', pattern: '^yes$' },
    {
      id: 'items',
      type: 'list',
      min: 1,
      max: 20,
      items: [
        {
          id: 'kind',
          type: 'choice',
          choices: [
            'mobile',
            'sim',
            'aadhaar',
            'pan',
            'dl',
            'rc',
            'passport',
            'certificate',
            'bank',
            'keys',
            'bag',
            'other',
          ],
        },
        { id: 'imei', type: 'id-number', of: 'imei', when: "kind == 'mobile'", optional: true, pattern: '^\\d{15}$' },
        {
          // The last four digits of an Aadhaar number are enough, and no more is kept.
          id: 'last4',
          type: 'text',
          when: "kind == 'aadhaar'",
          optional: true,
          pattern: '^\\d{4}$',
          sensitive: true,
        },
        {
          id: 'number',
          type: 'text',
          when: "kind in ['sim', 'pan', 'dl', 'rc', 'passport', 'certificate', 'bank']",
          optional: true,
          max: 40,
        },
        {
          id: 'description',
          type: 'text',
          when: "kind in ['mobile', 'certificate', 'bank', 'keys', 'bag', 'other']",
          max: 200,
        },
      ],
    },
    { id: 'lost_at', type: 'date', notBefore: 'today-10y', notAfter: 'today' },
    { id: 'lost_time', type: 'text', optional: true, max: 40 },
    { id: 'lost_place', type: 'location' },
    applicantName,
    fatherOrHusbandName,
    // Visitors lose things in Delhi too.
    { ...presentAddress, pattern: '^[1-9]\\d{5}$' },
    email,
  ],
  papers: [
    {
      id: 'identity',
      anyOf: ['identity-proof', 'aadhaar', 'voter-id', 'passport', 'driving-licence', 'pan-card'],
      optional: true,
    },
  ],
  timeLimits: [
    { days: { value: 0, from: '2013-01-01', verified: true, source: 'Delhi Police, lost report' }, unit: 'calendar' },
  ],
  steps: [{ role: 'auto', action: 'issue', days: 0 }],
  notices: [{ id: 'what_next' }],
  printed: [
    'number',
    'applicant_name',
    'father_or_husband_name',
    'present_address',
    'items',
    'lost_at',
    'lost_time',
    'lost_place',
  ],
  flags: ['third-party'],
});
