import type { HttpAnswer } from '#adapters/shared/http.ts';
import { readXml } from '../read-xml.ts';
import type { AnswerForm } from './settings.ts';

/** What the gateway's answer says, as a value in which places are looked up; `undefined` when it is not written so. */
export function readAnswer({ bytes, json }: HttpAnswer, form: AnswerForm = 'json'): unknown {
  if (form === 'json') return json;
  const text = Buffer.from(bytes).toString('utf8').trim();
  if (form === 'xml') return readXml(text);
  // Cut lines follow when a gateway was given several numbers; we give it one.
  const [line = ''] = text.split('\n');
  return line.split(form.textCutAt).map((part) => part.trim());
}
