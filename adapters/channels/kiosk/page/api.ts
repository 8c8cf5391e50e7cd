/** A kiosk, as its own page knows it. */
export interface KioskInfo {
  readonly id: string;
  readonly place: string;
  readonly state: 'awaited' | 'enrolled' | 'disabled';
}

/** What the server says to a page that asks how it stands. */
export interface Standing {
  /** To be signed by the device, once and soon. */
  readonly challenge: string;
  /** Absent: there is no such kiosk. */
  readonly kiosk?: KioskInfo;
  readonly session?: SessionInfo;
}

/** A session, as its page knows it. */
export interface SessionInfo {
  readonly id: string;
  readonly kiosk: string;
  readonly place: string;
  readonly queueToken?: string;
  readonly language: string;
  readonly how: 'one-time-password' | 'link-code' | 'slip-code' | 'assisted';
  readonly openedAt: string;
  readonly idleMinutes: number;
  readonly cutMinutes: number;
}

export interface PicturedCode {
  /** The code as a picture for a camera. */
  readonly picture: string;
  /** Where the picture leads: into a chat. Absent: it only holds the code. */
  readonly link?: string;
}

export interface LinkInfo extends PicturedCode {
  readonly code: string;
  readonly minutes: number;
}

/** For the printed slip of somebody without a phone. */
export interface SlipInfo extends PicturedCode {
  readonly code: string;
  readonly until: string;
}
