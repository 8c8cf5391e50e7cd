/** What the simulator needs of a stand-in that speaks WhatsApp's wire format; the container passes the real one. */
export interface WhatsAppStandIn {
  sendAs(person: StandInPerson, draft: StandInDraft): Promise<{ readonly messageId: string; readonly status: number }>;
  transcript(address?: string): readonly StandInEntry[];
  subscribe(listener: (event: { readonly type: string; readonly entry: StandInEntry }) => void): () => void;
  media(id: string): { readonly bytes: Uint8Array; readonly mime: string; readonly fileName: string } | undefined;
}

export interface StandInPerson {
  readonly phone?: string;
  readonly userId?: string;
  readonly name?: string;
}

export type StandInDraft =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'choice'; readonly id: string }
  | { readonly type: 'location'; readonly latitude: number; readonly longitude: number; readonly name?: string }
  | {
      readonly type: 'image' | 'document' | 'audio' | 'video';
      readonly bytes: Uint8Array;
      readonly mime: string;
      readonly fileName?: string;
    };

/** A message in the provider's own JSON. */
export interface StandInEntry {
  readonly id: string;
  readonly direction: 'to-us' | 'from-us';
  readonly user: string;
  readonly at: number;
  readonly message: Readonly<Record<string, unknown>> & { readonly type: string };
  /** Of an approved text, which stands with the provider: how the phone shows it. */
  readonly shown?: {
    readonly text: string;
    readonly buttons: readonly { readonly id: string; readonly title: string }[];
  };
  readonly isRead?: boolean;
}
