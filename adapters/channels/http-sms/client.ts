import { type HttpAnswer, type HttpCall, type HttpResult, httpClient } from '#adapters/shared/http.ts';
import { isWorthRetrying, retryAfterSeconds } from '#adapters/shared/retry.ts';
import type { Destination } from '#application/ports/out/channel.ts';
import type { Checked } from '#application/ports/out/checked.ts';
import { NotDelivered } from '#domain/shared/failure.ts';
import { readAnswer } from './answer.ts';
import { credentialsOf, fill, fillAll, gapsOf } from './gaps.ts';
import type { Sms } from './registered.ts';
import type { HttpSmsSettings } from './settings.ts';
import { codeAt, valueAt } from './value-at.ts';

const TIMEOUT_MS = 20_000;

type Gaps = Readonly<Record<string, string>>;

/** Hands one text over. @throws NotDelivered */
export async function post(sms: Sms, to: Destination, settings: HttpSmsSettings): Promise<string> {
  if (to.contactPoint.kind !== 'phone') throw new NotDelivered('no-number', { retry: false, personal: true });
  const gaps = gapsOf(sms, to, settings);
  const result = await client(settings, gaps).call(
    fill(settings.url, gaps, encodeURIComponent),
    requestOf(settings, gaps),
  );
  if (!result.answered || !isTaken(result, settings)) throw failureOf(result, settings);
  const id = valueAt(readAnswer(result, settings.answersIn), settings.answerId);
  // Trying again could say it twice, and nothing tells that it was not taken.
  if (id === undefined) throw new NotDelivered('answer-not-understood', { retry: false, instead: 'nothing' });
  return id;
}

/** Asks what changes nothing, where the gateway has such a thing. */
export async function check(settings: HttpSmsSettings): Promise<Checked> {
  const { checkUrl } = settings;
  if (checkUrl === undefined) return { ok: true, note: 'cannot be asked without sending' };
  const gaps = credentialsOf(settings);
  const result = await client(settings, gaps).call(fill(checkUrl, gaps, encodeURIComponent));
  if (!result.answered) return { ok: false, problem: `the gateway cannot be reached (${result.why})` };
  return isTaken(result, settings)
    ? { ok: true }
    : { ok: false, problem: `the gateway answered ${result.status}, code ${codeIn(result, settings)}` };
}

function client(settings: HttpSmsSettings, gaps: Gaps) {
  const headers = Object.entries(settings.headers ?? {}).map(([name, value]) => [name, fill(value, gaps)]);
  return httpClient({ baseUrl: '', headers: Object.fromEntries(headers), timeoutMs: TIMEOUT_MS });
}

function requestOf({ method = 'POST', json, form }: HttpSmsSettings, gaps: Gaps): HttpCall {
  if (json) return { method, json: fillAll(json, gaps) };
  if (!form) return { method };
  const fields = Object.entries(form).map(([name, value]) => [name, fill(value, gaps)]);
  return { method, body: new URLSearchParams(Object.fromEntries(fields)) };
}

function isTaken(result: HttpAnswer, { answerOk, answersIn }: HttpSmsSettings): boolean {
  if (result.status < 200 || result.status >= 300) return false;
  return answerOk === undefined || answerOk.is.includes(valueAt(readAnswer(result, answersIn), answerOk.at) ?? '');
}

function failureOf(result: HttpResult, settings: HttpSmsSettings): NotDelivered {
  if (!result.answered) return new NotDelivered(result.why, { retry: true });
  const code = codeIn(result, settings);
  const { later = [], optedOut = [], noNumber = [] } = settings.refusals ?? {};
  const afterSeconds = retryAfterSeconds(result.headers);
  return new NotDelivered(code, {
    retry: isWorthRetrying(result.status) || later.includes(code),
    ...(optedOut.includes(code) && { retry: false, instead: 'nothing' as const }),
    ...(noNumber.includes(code) && { personal: true }),
    ...((result.status === 401 || result.status === 403) && { alarm: true }),
    ...(afterSeconds !== undefined && { afterSeconds }),
  });
}

const codeIn = (result: HttpAnswer, { refusals, answersIn }: HttpSmsSettings): string =>
  codeAt(readAnswer(result, answersIn), refusals?.at) ?? `http-${result.status}`;
