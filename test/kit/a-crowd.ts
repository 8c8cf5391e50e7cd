import { setTimeout as pause } from 'node:timers/promises';
import type { FastGraph, Reply } from '#config/bench/graph.ts';
import { type Content, Line, messageWebhook } from '#config/bench/webhooks.ts';
import type { MortalPlatform } from './a-mortal-platform.ts';

const text = (body: string) => ({ type: 'text', text: { body } });
const tap = (id: string) => ({
  type: 'interactive',
  interactive: { type: 'button_reply', button_reply: { id, title: id } },
});

/** A complaint from the first words to its number, with a little talk around it. Nothing in it is left to a later job. */
export const complaint: readonly Content[] = [
  text('namaste'),
  text('help'),
  text('hamari gali mein kooda pada hai koi uthata nahi'),
  text('haan'),
  tap('answer/complaint_type/garbage'),
  { type: 'location', location: { latitude: 28.6519, longitude: 77.1909, name: 'Karol Bagh' } },
  text('teen din se pada hai'),
  text('nahi'),
  tap('form/submit'),
];

const LAST_WORDS = /Shikayat darj ho gayi/;
const PATIENCE_MS = 30_000;
/** As a provider waits before it sends again, only less. */
const AGAIN_MS = 25;

interface Heard extends Reply {
  readonly life: number;
}

/** Citizens who write their messages one after the other, each until it is taken in, and do not wait for answers. */
export class CrowdOfTalkers {
  /** Workers, each with as many as it hands over at once. */
  readonly mostInFlight = 2 * 50;
  private readonly platform: MortalPlatform;
  private readonly heard = new Map<string, Heard[]>();
  private readonly chance: () => number;
  private moments: readonly number[] = [];
  private onMoment: (count: number) => Promise<void> = async () => undefined;
  private taken = 0;
  private listeners = new Set<() => void>();

  constructor(platform: MortalPlatform, graph: FastGraph, seed: number) {
    this.platform = platform;
    this.chance = chanceFrom(seed);
    graph.onReply = (reply) => {
      const phone = reply.to.replace('+', '');
      this.heard.set(phone, [...(this.heard.get(phone) ?? []), { ...reply, life: platform.life() }]);
      for (const look of this.listeners) look();
    };
  }

  momentsAmong(count: number, messages: number): readonly number[] {
    const share = messages / (count + 1);
    return Array.from({ length: count }, (_, i) => Math.floor((i + 0.5 + this.chance()) * share));
  }

  /** What happens when so many messages have been taken in. */
  at(moments: readonly number[], work: (count: number) => Promise<void>): void {
    this.taken = 0;
    this.moments = moments;
    this.onMoment = work;
  }

  async talks(phone: string): Promise<void> {
    let line = new Line(this.platform.url);
    for (const [number, content] of complaint.entries()) {
      const body = messageWebhook(phone, `crash.${phone}.${number}`, content);
      for (;;) {
        await this.platform.alive();
        const status = await line.post(body).catch(() => undefined);
        if (status === 200) break;
        if (status === undefined) line = new Line(this.platform.url);
        await pause(AGAIN_MS);
      }
      this.taken += 1;
      const moment = this.moments.indexOf(this.taken);
      if (moment >= 0) void this.onMoment(moment);
    }
    line.close();
  }

  /** Waits until each has heard the last words. */
  hasHeardAll(phones: readonly string[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const missing = (): string[] =>
        phones.filter((phone) => !this.heardBy(phone).some((each) => LAST_WORDS.test(each)));
      const look = (): void => {
        if (missing().length > 0) return;
        end();
        resolve();
      };
      const patience = setTimeout(() => {
        end();
        const [first = ''] = missing();
        reject(new Error(`${missing().length} have not heard all; ${first}:\n${this.heardBy(first).join('\n')}`));
      }, PATIENCE_MS);
      const end = (): void => {
        clearTimeout(patience);
        this.listeners.delete(look);
      };
      this.listeners.add(look);
      look();
    });
  }

  /** The words that reached a citizen, each message once, in the order in which it came first; without its numbers. */
  heardBy(phone: string): readonly string[] {
    const seen = new Set<string>();
    const fresh = (this.heard.get(phone) ?? []).filter(({ reference }) => !seen.has(reference) && seen.add(reference));
    const all = fresh.map(({ body }) => wordsOf(body));
    const end = all.findIndex((words) => LAST_WORDS.test(words));
    return end < 0 ? all : all.slice(0, end + 1);
  }

  /** The messages that came more than once, with the lives of the platform in which they came. */
  repeated(): readonly { readonly reference: string; readonly lives: readonly number[] }[] {
    const lives = new Map<string, number[]>();
    for (const { reference, life } of [...this.heard.values()].flat())
      lives.set(reference, [...(lives.get(reference) ?? []), life]);
    return [...lives].filter(([, each]) => each.length > 1).map(([reference, each]) => ({ reference, lives: each }));
  }
}

function wordsOf(body: string): string {
  const { text, interactive } = JSON.parse(body) as {
    text?: { body: string };
    interactive?: { body?: { text: string } };
  };
  return (text?.body ?? interactive?.body?.text ?? body)
    .replaceAll(/[A-Z]+-[A-Z0-9-]+/g, '<number>')
    .replaceAll(/\d+/g, '0');
}

/** mulberry32: the same numbers for the same seed. */
export function chanceFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
