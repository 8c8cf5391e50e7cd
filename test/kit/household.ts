import type { Texts } from '#config/load-texts.ts';
import { defineService } from '#domain/catalogue/service-definition.ts';
import type { Language } from '#domain/shared/language.ts';

/** A service that no department has, with every kind of question that the real ones may lack: lists, several choices, computed values. */
export const household = defineService({
  id: 'household',
  department: 'food-supplies',
  category: 'ration',
  kind: 'application',
  outcome: 'acknowledgement',
  version: '1',
  rules: [{ id: 'enough', when: 'income_per_head <= 50000', otherwise: 'block' }],
  questions: [
    { id: 'zone', type: 'choice', choices: ['north', 'south'] },
    {
      id: 'hall',
      type: 'choice',
      choices: ['azad', 'bose', 'saket'],
      choicesBy: { question: 'zone', of: { north: ['azad', 'bose'], south: ['saket'] } },
    },
    { id: 'needs', type: 'multi-choice', choices: ['rice', 'wheat', 'sugar', 'nothing'], none: 'nothing' },
    {
      id: 'members',
      type: 'list',
      min: 1,
      max: 3,
      items: [
        { id: 'name', type: 'person-name', min: 2, max: 100 },
        { id: 'relation', type: 'choice', choices: ['wife', 'husband', 'child'] },
        { id: 'school', type: 'text', when: "relation == 'child'", optional: true },
        { id: 'income', type: 'money', when: "relation != 'child'" },
      ],
    },
    { id: 'big_family', type: 'yes-no', when: 'members_count > 2' },
    { id: 'income_per_head', type: 'money', computed: 'members_income_sum / (members_count + 1)' },
  ],
  timeLimits: [{ days: { value: 36, from: '2020-01-01', verified: true, source: 'a test' }, unit: 'hours' }],
  steps: [{ role: 'fso', action: 'approve', days: 1 }],
});

const english = {
  name: 'Household card',
  menu: 'Household card',
  intro: 'A household card is free.',
  who: 'A household card is for every household.',
  info: 'It takes a day and a half.',
  fee: 'It costs nothing.',
  questions: {
    zone: { label: 'Zone', ask: 'Which zone?' },
    hall: { label: 'Hall', ask: 'Which hall?' },
    needs: { label: 'Needs', ask: 'What do you need?' },
    members: {
      label: 'Member',
      ask: 'Now the family, one by one.',
      another: 'Is there one more member?',
      items: {
        name: { label: 'Name', ask: 'What is the name of member {{n}}?' },
        relation: { label: 'Relation', ask: 'Who is it to you?' },
        school: { label: 'School', ask: 'Which school?' },
        income: { label: 'Income', ask: 'What does member {{n}} earn in a year?' },
      },
    },
    big_family: { label: 'Large family', ask: 'Do all of them live in one house?' },
    income_per_head: { label: 'Income per head', ask: 'How much is it per head?' },
  },
  choices: {
    zone: { north: 'North', south: 'South' },
    hall: { azad: 'Azad hall', bose: 'Bose hall', saket: 'Saket hall' },
    needs: { rice: 'Rice', wheat: 'Wheat', sugar: 'Sugar', nothing: 'None of these' },
    members: { relation: { wife: 'Wife', husband: 'Husband', child: 'Child' } },
  },
  rules: { enough: 'The card is for households with at most ₹50,000 a head.' },
};

/** One language is enough to test with. */
export const householdTexts: Readonly<Record<Language, Texts>> = { en: english, hi: english, 'hi-Latn': english };
