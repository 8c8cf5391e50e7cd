import type { ApplicationSnapshot, Change } from './application-snapshot.ts';
import * as bookings from './booking-acts.ts';
import * as complaining from './complaining.ts';
import { currentStep } from './course.ts';
import type { Moment } from './moments.ts';

/** What a moment that has come makes of a file. Reminders leave it where it is. */
export function changeBy({ kind }: Moment, state: ApplicationSnapshot, supervisor: string): Change {
  const { status } = state;
  switch (kind) {
    case 'remind':
      return noted(state, 'reminded', currentStep(state)?.role, 'StepReminded');
    case 'escalate':
      return { ...noted(state, 'escalated', supervisor, 'StepEscalated'), set: { escalatedTo: supervisor } };
    case 'overdue':
      return { ...noted(state, 'overdue', supervisor, 'ApplicationOverdue'), set: { escalatedTo: supervisor } };
    case 'lapse':
      return { status: 'lapsed', entry: { by: 'system' }, events: ['ApplicationLapsed'] };
    case 'close':
      return complaining.close(state, 'system');
    case 'free':
      return bookings.cancel(state, 'system');
    case 'near':
      return { status, entry: { what: 'reminder-sent', by: 'system' }, events: ['BookingNear'] };
    case 'renew':
      return { status, entry: { what: 'reminder-sent', by: 'system' }, events: ['RenewalDue'] };
  }
}

const noted = (
  { status }: ApplicationSnapshot,
  what: 'reminded' | 'escalated' | 'overdue',
  role: string | undefined,
  event: Change['events'][number],
): Change => ({ status, entry: { what, by: 'system', ...(role && { note: role }) }, events: [event] });
