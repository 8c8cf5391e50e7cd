import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Act, Bubble, PhoneKind, ShownOrder } from './api.ts';
import { type Hand, type Talks, useHand, useTalks } from './talks.ts';

export type OpenSheet =
  | 'attach'
  | 'places'
  | 'menu'
  | { readonly form: string }
  | { readonly order: ShownOrder }
  | Bubble;

/** One phone on the page: its talks, what is being written on it, and the sheet that is open on it. */
export interface HeldPhone {
  readonly kind: PhoneKind;
  readonly user: string;
  readonly talks: Talks;
  readonly hand: Hand;
  readonly draft: string;
  readonly input: RefObject<HTMLTextAreaElement | null>;
  readonly sheet: OpenSheet | undefined;
  /** What was done last could not be sent. */
  readonly hasFailed: boolean;
  setDraft(text: string): void;
  open(sheet: OpenSheet): void;
  close(): void;
  act(what: Act): void;
  sendFile(file: File): void;
  /** Sends what is written. */
  send(): void;
  /** Puts a text into the message field. */
  write(text: string): void;
}

/** @param users All whose talks are followed; with nobody the phone is off. */
export function usePhone(kind: PhoneKind, user: string, users: readonly string[], written = ''): HeldPhone {
  const talks = useTalks(kind, user, users);
  const hand = useHand(kind, user);
  const input = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState(written);
  const [sheet, setSheet] = useState<OpenSheet>();
  const [hasFailed, setFailed] = useState(false);
  const close = () => setSheet(undefined);
  useEffect(() => {
    setFailed(false);
    close();
  }, [user, kind]);

  /** A failure is said at the phone; `undo` gives back what was being sent. */
  const attempt = async (what: Promise<void>, undo?: () => void) => {
    close();
    try {
      await what;
      setFailed(false);
    } catch {
      setFailed(true);
      undo?.();
    }
  };
  const send = () => {
    const text = draft.trim();
    if (text === '') return;
    setDraft('');
    void attempt(hand.act({ type: 'text', text }), () => setDraft(text));
  };
  const write = (text: string) => {
    close();
    setDraft(text);
    input.current?.focus();
    // Once more after a sheet, which gives the focus back to what opened it.
    if (sheet) setTimeout(() => input.current?.focus(), 50);
  };
  return {
    kind,
    user,
    talks,
    hand,
    draft,
    input,
    sheet,
    hasFailed,
    setDraft,
    open: setSheet,
    close,
    act: (what) => void attempt(hand.act(what)),
    sendFile: (file) => void attempt(hand.sendFile(file)),
    send,
    write,
  };
}
