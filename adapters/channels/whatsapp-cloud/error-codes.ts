/**
 * What helps after one of Meta's errors. `again`: the same call later. `elsewhere`: another channel. `template`: an
 * approved text, since the session window is closed. `never`: nothing, by whatever channel. `ours`: another channel for
 * the citizen, and somebody of ours has to look.
 */
export type ErrorClass = 'again' | 'elsewhere' | 'template' | 'never' | 'ours';

interface KnownError {
  readonly is: ErrorClass;
  /** Seconds until the next try; without them the waits grow. */
  readonly afterSeconds?: number;
  /** How often it is worth trying at all, where that is less often than usual. */
  readonly tries?: number;
}

const known = (is: ErrorClass, ...codes: readonly number[]): [number, KnownError][] =>
  codes.map((code) => [code, { is }]);
const again = (afterSeconds: number, ...codes: readonly number[]): [number, KnownError][] =>
  codes.map((code) => [code, { is: 'again', afterSeconds }]);

const errors: ReadonlyMap<number, KnownError> = new Map([
  // Down, overloaded, or faster than allowed: in all, for one number of ours, or to one person (131056).
  ...known('again', 1, 2, 130429, 131000, 131016, 131056),
  ...again(60, 4, 80007, 133004),
  ...again(300, 131057, 133015),
  // A file was not taken in, or not handed on: that may be a slip of theirs, or the file.
  ...[131052, 131053].map((code): [number, KnownError] => [code, { is: 'again', tries: 2 }]),
  // Not on WhatsApp, in an experiment, in another country, too much already, or only known by a user id.
  ...known('elsewhere', 130472, 130497, 131026, 131049, 131062, 131063, 137000),
  // A template that is paused or disabled, of which its own webhook has told; a flow that is blocked.
  ...known('elsewhere', 132015, 132016, 132068, 132069),
  ...known('template', 131047),
  // The person has opted out, or is ourselves.
  ...known('never', 131050, 131021),
  // Templates used against the rules, by which all of them may be stopped.
  ...known('ours', 131064),
  // Tokens, permissions, bills, blocks, registration.
  ...known('ours', 0, 190, 3, 10, 368, 131005, 131030, 131031, 131037, 131042, 131045, 131048, 133000, 133005),
  ...known('ours', 133006, 133008, 133009, 133010, 133016, 134011),
  ...known('ours', ...Array.from({ length: 100 }, (_, at) => 200 + at)),
  // What we sent was not as it should be.
  ...known('ours', 33, 100, 131008, 131009, 131014, 131051, 132000, 132001, 132005, 132007, 132008),
  ...known('ours', 132012, 135000),
]);

/** A code that is not known will be refused again, and another channel is the citizen's chance. */
export const errorOf = (code: number | undefined): KnownError | undefined =>
  code === undefined ? undefined : errors.get(code);

/**
 * What was to be tapped is not taken, and its words may be: an order that has ended before or whose reference was used, a
 * form that is blocked or sent too often, a kind of message that this account may not send.
 */
export const isPartRefused = (code: string): boolean =>
  ['100', '2046', '2047', '131008', '131009', '131051', '132068', '132069'].includes(code);
