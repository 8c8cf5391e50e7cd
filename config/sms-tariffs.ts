import type { Tariff } from '#domain/notification/tariff.ts';
import tariffs from './sms-tariffs.json' with { type: 'json' };

/** Paise for a segment, without tax, by adapter. A contract has its own prices: they are written here, not in code. */
export const smsTariffs: Readonly<Record<string, Tariff>> = tariffs;
