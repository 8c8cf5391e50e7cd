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
export const isZero = (amount: Money): boolean => amount.paise === 0;
export const isSame = (one: Money, other: Money): boolean => one.paise === other.paise;
