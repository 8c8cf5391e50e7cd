import { setTimeout as pause } from 'node:timers/promises';
import type { FastGraph } from './graph.ts';
import { Line, phoneOf, textWebhook } from './webhooks.ts';

const texts = [
  'namaste',
  'mere ghar beti hui hai, kagaz banwana hai',
  'property tax bharna hai',
  'help',
  'haan',
  'gali mein kooda pada hai',
  'Sunita Devi',
  'जन्म प्रमाण पत्र चाहिए',
  'kitne paise lagenge',
  'nahi',
  'how long does it take?',
  'wapas',
  'कूड़ा नहीं उठा',
  '12/03/2026',
  'ghar ka tax kitna hai',
  'pizza kahan milega',
] as const;

export interface Crowd {
  readonly url: string;
  readonly graph: FastGraph;
  readonly citizens: number;
}

/** Citizens who write, wait for the answer, and write again. */
export class Talkers {
  private readonly crowd: Crowd;
  private readonly waiting = new Map<string, () => void>();
  private sent = 0;
  replies = 0;

  constructor(crowd: Crowd) {
    this.crowd = crowd;
    crowd.graph.onReply = ({ to }) => {
      this.replies += 1;
      this.waiting.get(to.replace('+', ''))?.();
    };
  }

  /** Everybody says something once, so that everybody is known. */
  async meet(inFlight = 64): Promise<void> {
    const { citizens } = this.crowd;
    await this.talk(inFlight, () => this.sent < citizens);
  }

  /** So many talk at once, for so long. Returns the turns a second: messages written and answered. */
  async measure(inFlight: number, seconds: number): Promise<number> {
    const start = performance.now();
    const end = start + seconds * 1000;
    const turns = await this.talk(inFlight, () => performance.now() < end);
    return turns / ((performance.now() - start) / 1000);
  }

  private async talk(inFlight: number, goesOn: () => boolean): Promise<number> {
    let turns = 0;
    const one = async (): Promise<void> => {
      const line = new Line(this.crowd.url);
      for (; goesOn(); turns += 1) await this.turn(line);
      line.close();
    };
    await Promise.all(Array.from({ length: inFlight }, one));
    return turns;
  }

  private async turn(line: Line): Promise<void> {
    const count = this.sent++;
    const phone = phoneOf(count % this.crowd.citizens);
    const answered = new Promise<void>((resolve) => this.waiting.set(phone, resolve));
    // Everybody goes his own way through the texts.
    const text = texts[(count * 7 + Math.floor(count / this.crowd.citizens)) % texts.length] ?? '';
    const status = await line.post(textWebhook(phone, `${this.crowd.url.slice(-5)}.${count}`, text));
    if (status !== 200) throw new Error(`the webhook was answered ${status}`);
    await answered;
    this.waiting.delete(phone);
  }
}

/** Webhooks at a steady rate, whether or not earlier ones are answered. Returns how long each answer took, in ms, sorted. */
export async function answerTimes({ url, graph, citizens }: Crowd, rate: number, seconds: number): Promise<number[]> {
  graph.onReply = () => undefined;
  const idle: Line[] = [];
  const times: number[] = [];
  const under: Promise<void>[] = [];
  const start = performance.now();
  for (let count = 0; count < rate * seconds; count += 1) {
    const due = start + (count / rate) * 1000;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    const body = textWebhook(phoneOf(count % citizens), `rate.${count}`, texts[count % texts.length] ?? '');
    const line = idle.pop() ?? new Line(url);
    under.push(
      line.post(body).then((status) => {
        if (status !== 200) throw new Error(`the webhook was answered ${status}`);
        // From the moment at which it was due: who waits behind a slow answer waits as well.
        times.push(performance.now() - due);
        idle.push(line);
      }),
    );
  }
  await Promise.all(under);
  for (const line of idle) line.close();
  return times.sort((a, b) => a - b);
}
