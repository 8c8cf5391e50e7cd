import type { MessageTemplate } from '#domain/notification/message-template.ts';
import { type TemplateWord, whyNotSent } from '#domain/notification/template-standing.ts';
import { Failure } from '#domain/shared/failure.ts';
import type { FollowingTemplates } from '../ports/in/following-templates.ts';
import type { Channels } from '../ports/out/channels.ts';
import type { Checked } from '../ports/out/checked.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { Log } from '../ports/out/log.ts';
import type { TemplateStandings } from '../ports/out/template-standings.ts';

/** Keeps how the texts stand with WhatsApp, the only provider that approves them one by one. */
export class FollowTemplates implements FollowingTemplates {
  private readonly templates: readonly MessageTemplate[];
  private readonly standings: TemplateStandings;
  private readonly channels: Channels;
  private readonly clock: Clock;
  private readonly log: Log;

  constructor(
    templates: readonly MessageTemplate[],
    standings: TemplateStandings,
    channels: Channels,
    clock: Clock,
    log: Log,
  ) {
    this.templates = templates;
    this.standings = standings;
    this.channels = channels;
    this.clock = clock;
    this.log = log;
  }

  async hear(words: readonly TemplateWord[]): Promise<void> {
    for (const word of words) {
      const now = this.clock.now();
      const { before, after } = await this.standings.hear(word, now);
      if (before === after) continue;
      const { name, language } = after;
      const why = whyNotSent(after, now);
      if (why !== undefined && before !== undefined && whyNotSent(before, now) === undefined)
        this.log.alarm('template.stopped', { templateId: `${name}/${language}`, code: why });
      if (after.announced?.category === 'marketing' && before?.announced?.category !== 'marketing')
        this.log.alarm('template.becomes-marketing', { templateId: `${name}/${language}` });
      if (after.quality === 'red' && before?.quality !== 'red')
        this.log.alarm('template.disliked', { templateId: `${name}/${language}` });
    }
  }

  async ask(): Promise<void> {
    const words = await this.channels.of('whatsapp')?.templates?.();
    if (words) await this.hear(words);
  }

  async check(): Promise<Checked> {
    const channel = this.channels.of('whatsapp');
    if (!channel?.templates) return { ok: true, note: 'no channel has templates' };
    try {
      await this.ask();
    } catch (error) {
      if (error instanceof Failure) return { ok: false, problem: `the provider cannot be asked (${error.code})` };
      throw error;
    }
    const now = this.clock.now();
    const standings = await this.standings.all();
    if (standings.length === 0)
      return { ok: false, problem: `none of our ${this.templates.length} templates is known there` };
    const stopped = this.templates.flatMap(({ name, texts }) =>
      Object.keys(texts).flatMap((language) => {
        const why = whyNotSent(
          standings.find((each) => each.name === name && each.language === language),
          now,
        );
        return why === undefined ? [] : [`${name}/${language}: ${why}`];
      }),
    );
    if (stopped.length > 0) return { ok: false, problem: stopped.join(', ') };
    return { ok: true, note: `${this.templates.length} templates, all of them approved` };
  }
}
