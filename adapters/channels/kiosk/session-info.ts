import type { Assisting } from '#application/ports/in/assisting.ts';
import type { AssistedSessionSnapshot } from '#domain/assisting/assisted-session.ts';
import type { SessionInfo } from './page/api.ts';

export const infoOf = (
  { id, kiosk, place, queueToken, language, consent, openedAt }: AssistedSessionSnapshot,
  { limits: { idleMinutes, cutMinutes } }: Assisting,
): SessionInfo => ({
  id,
  kiosk,
  place,
  language,
  how: consent.how,
  openedAt,
  idleMinutes,
  cutMinutes,
  ...(queueToken && { queueToken }),
});
