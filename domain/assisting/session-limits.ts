/** How long a session at a shared screen lasts; an installation's own. */
export interface SessionLimits {
  /** Minutes without a word from the citizen or the operator, after which the session ends by itself. */
  readonly idleMinutes: number;
  /** Minutes without a line to the kiosk, after which the page wipes itself. */
  readonly cutMinutes: number;
  /** Minutes that a session lasts at most. */
  readonly mostMinutes: number;
  /** Minutes after its end for which files sent in it are kept, because a paper may still be being read. */
  readonly filesMinutes: number;
  /** Minutes for which a code lets a device become a kiosk. */
  readonly enrolmentMinutes: number;
  /** Changes with the text that an operator reads out before a session. */
  readonly noticeVersion: string;
}
