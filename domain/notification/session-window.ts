import { type Instant, plusHours } from '../shared/time.ts';

/** May free text be sent? Some channels allow it only for some hours after the citizen's last message there. */
export const isWindowOpen = (
  lastHeardAt: Instant | undefined,
  sessionHours: number | undefined,
  now: Instant,
): boolean => sessionHours === undefined || (lastHeardAt !== undefined && now < plusHours(lastHeardAt, sessionHours));
