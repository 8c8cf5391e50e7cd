/** A session, as its page knows it. */
export interface SessionInfo {
  readonly id: string;
  readonly kiosk: string;
  readonly queueToken?: string;
  readonly language: string;
  readonly how: 'one-time-password' | 'link-code' | 'assisted';
  readonly openedAt: string;
  readonly idleMinutes: number;
  readonly cutMinutes: number;
}

export interface LinkInfo {
  readonly code: string;
  readonly minutes: number;
  /** The code as a picture for a camera. */
  readonly picture: string;
  /** Whether the picture leads into a chat, or only holds the code. */
  readonly leadsToChat: boolean;
}
