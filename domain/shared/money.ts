/** An amount in whole paise, so that sums are exact. */
export interface Money {
  readonly paise: number;
}

export const paise = (amount: number): Money => {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not a whole number of paise: ${amount}`);
  return { paise: amount };
};
export const rupees = (amount: number): Money => paise(Math.round(amount * 100));
export const nothing: Money = { paise: 0 };

export const add = (...amounts: readonly Money[]): Money => paise(amounts.reduce((sum, each) => sum + each.paise, 0));
export const subtract = (from: Money, amount: Money): Money => paise(from.paise - amount.paise);
export const isZero = (amount: Money): boolean => amount.paise === 0;
export const isSame = (one: Money, other: Money): boolean => one.paise === other.paise;

/** Parts as equal as whole paise allow, the first ones larger; they add up to the whole. */
export function split(amount: Money, parts: number): Money[] {
  if (!Number.isSafeInteger(parts) || parts < 1) throw new RangeError(`cannot split into ${parts} parts`);
  const sign = Math.sign(amount.paise);
  const whole = Math.abs(amount.paise);
  return Array.from({ length: parts }, (_, i) =>
    paise(sign * (Math.floor(whole / parts) + (i < whole % parts ? 1 : 0)) || 0),
  );
}
