import { withAsciiDigits } from '../shared/digits.ts';
import { tidyLines } from './plain-text.ts';

const label =
  /^(?:(?:mera|hamara|ghar ka|my|the|home|present|permanent|मेरा|हमारा|घर का|वर्तमान|स्थायी)\s+)*(?:pata|address|addr|पता)(?![\p{L}\p{M}])\s*(?:hai|is|है)?\s*[:=,-]*\s*/iu;

/** An address as written, tidied: lines stay lines, the PIN in plain digits without a gap ("110 005" is 110005). */
export function readAddress(text: string): string {
  return tidyLines(withAsciiDigits(text))
    .replace(label, '')
    .replace(/(?<![\d/-])([1-9]\d{2})\s(\d{3})(?![\d/-])/g, '$1$2')
    .replace(/\s+,/g, ',')
    .replace(/^[\s,;:-]+|[\s,;:-]+$/g, '');
}

/** A place as "latitude,longitude" when the text holds one (also inside a map link), otherwise the words. */
export function readLocation(text: string): string {
  const said = tidyLines(withAsciiDigits(text));
  const pair = /(?<![\d.])(-?\d{1,2}\.\d{2,})\s*[,/ ]\s*(-?\d{1,3}\.\d{2,})(?![\d.])/.exec(said);
  const [latitude, longitude] = [Number(pair?.[1]), Number(pair?.[2])];
  const isPlace = pair !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPlace ? `${latitude.toFixed(5)},${longitude.toFixed(5)}` : said;
}
