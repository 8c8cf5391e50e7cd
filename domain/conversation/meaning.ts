import type { ServiceId } from '../shared/ids.ts';
import type { Language } from '../shared/language.ts';

export type Act = 'apply' | 'pay' | 'status' | 'info';
export type GeneralIntent =
  | 'greet'
  | 'help'
  | 'human'
  | 'language'
  | 'cancel'
  | 'back'
  | 'track'
  | 'grievance'
  | 'optout'
  | 'verify-message';

export type Intent =
  | { readonly type: 'service'; readonly service: ServiceId; readonly act: Act }
  | { readonly type: 'general'; readonly general: GeneralIntent }
  | { readonly type: 'out-of-scope' };

export interface Meaning {
  readonly intent: Intent;
  /** 0 to 1. */
  readonly confidence: number;
  /** `act`: sure enough to act on; `offer`: ask which of the alternatives is meant; `lost`: say what can be done. */
  readonly band: 'act' | 'offer' | 'lost';
  /** Best first, the intent itself included; at most five. */
  readonly alternatives: readonly { readonly intent: Intent; readonly confidence: number }[];
  /** The language that the text is written in, as far as it shows. */
  readonly language?: Language;
  /** It insults, whatever else it says. */
  readonly isRude?: true;
  /** Words of the text that a language helper takes for answers, by question. They count only where they fit. */
  readonly said?: Readonly<Record<string, string>>;
}
