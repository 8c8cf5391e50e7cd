import type { FeeLine, TimeLimit } from '#domain/catalogue/service-definition.ts';

/** Fees of the Central Motor Vehicles Rules, which are the same in every State. */
export const rule32 = 'Central Motor Vehicles Rules, 1989, rule 32, as amended on 29 December 2016';
export const rule81 = 'Central Motor Vehicles Rules, 1989, rule 81, as amended on 29 December 2016';
const since2016 = '2016-12-29';

export const fee = (id: string, rupees: string, source: string, when?: string, verified = true): FeeLine => ({
  id,
  ...(when !== undefined && { when }),
  rupees: { value: rupees, from: since2016, verified, source },
});

/** Licences and registration certificates are printed on a smart card. */
export const smartCard = (source: string): FeeLine => fee('card', '200', source);

/** By rule 81: the transfer and the copy of a registration certificate cost the same. */
export const byVehicle: readonly FeeLine[] = [
  ['150', "vehicle_class == 'motorcycle'"],
  ['300', "vehicle_class == 'car'"],
  ['500', "vehicle_class in ['transport-lmv', 'medium']"],
  ['750', "vehicle_class == 'heavy'"],
].map(([rupees = '', when]) => fee('certificate', rupees, rule81, when));

export const withinDays = (
  value: number,
  unit: TimeLimit['unit'] = 'working',
  source = 'Transport Department, with the card by post; the present schedule is not confirmed',
): TimeLimit => ({ days: { value, from: '2011-09-15', verified: false, source }, unit });

/** The course of everything that the zonal office checks and has printed. */
export const scrutinyAndPrint = (scrutiny: number, print: number) =>
  [
    { role: 'rto-assistant', action: 'scrutiny', days: scrutiny },
    { role: 'motor-licensing-officer', action: 'approve', days: 2 },
    { role: 'auto', action: 'print-and-post', days: print },
  ] as const;

export const appeal = { to: 'deputy-commissioner-transport', withinDays: 30 } as const;

/** Holders who moved keep their Delhi licence: `DL` stands first in its number. */
export const licenceOfDelhi = "dl_no >= 'DL' and dl_no < 'DM'";
