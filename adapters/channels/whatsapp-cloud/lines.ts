import type { Line } from '#domain/shared/contact-point.ts';
import type { WhatsAppSettings } from './client.ts';

/** `mcd=1055:+911100000001, all=1056:+911100000002`: a department's id, its phone number id, and the number as people call it. */
export function linesOf({ departmentNumbers = '' }: Pick<WhatsAppSettings, 'departmentNumbers'>): readonly Line[] {
  return departmentNumbers
    .split(',')
    .map((entry) => /^\s*([a-z-]+)=(\d+):(\+\d{5,15})\s*$/.exec(entry))
    .flatMap((found) => {
      const [, department = '', line = '', address = ''] = found ?? [];
      return found ? [{ department, line, address }] : [];
    });
}

/** Entries that say nothing, for the operator. */
export const unreadableLines = ({ departmentNumbers = '' }: Pick<WhatsAppSettings, 'departmentNumbers'>): boolean =>
  departmentNumbers.trim() !== '' && departmentNumbers.split(',').length !== linesOf({ departmentNumbers }).length;
