/** BCP 47. `hi-Latn` is Hindi as many people type it, in Latin letters (Hinglish). */
export type Language = 'hi' | 'en' | 'hi-Latn';

export const languages: readonly Language[] = ['hi', 'en', 'hi-Latn'];
