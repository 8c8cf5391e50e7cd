import type { IsoDate } from '#domain/shared/time.ts';
import calendar from './holidays.json' with { type: 'json' };

/** All gazetted holidays that are known; data by year in `holidays.json`, with their source. */
export const holidays: ReadonlySet<IsoDate> = new Set(Object.values(calendar.years).flatMap(({ days }) => days));
