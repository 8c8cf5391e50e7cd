import type { Tone } from '#adapters/web/page/ui.tsx';

const tones: Readonly<Record<string, Tone>> = {
  'payment-pending': 'wait',
  'query-raised': 'wait',
  'appointment-needed': 'wait',
  held: 'wait',
  appealed: 'bad',
  revoked: 'bad',
  'no-show': 'bad',
  confirmed: 'good',
  completed: 'good',
  approved: 'good',
  issued: 'good',
  resolved: 'good',
  closed: 'good',
  paid: 'good',
  rejected: 'bad',
  reopened: 'bad',
};

/** The colour of a status; its words say the same. */
export const toneOf = (status: string): Tone => tones[status] ?? 'plain';
