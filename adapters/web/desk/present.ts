import type { DeskFile, DeskRow } from '#application/ports/in/deciding.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { entryOf } from '#domain/catalogue/expand-list.ts';
import type { Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import { paise } from '#domain/shared/money.ts';
import type { Phrase, PhraseValue } from '#domain/shared/phrase.ts';
import { dayOf, isDate } from '#domain/shared/time.ts';
import { readable } from '../bilingual.ts';
import type { PageLanguage } from '../language.ts';
import type { FileRow, ReadFact, ShownFile, ShownPaper } from './page/api.ts';

/** Puts files into words of an officer's language. */
export class DeskWords {
  readonly #translator: Translator;
  readonly #language: PageLanguage;

  constructor(translator: Translator, language: PageLanguage) {
    this.#translator = translator;
    this.#language = language;
  }

  say(key: string): string {
    return this.#translator.say({ key }, this.#language);
  }

  sayPhrase(phrase: Phrase): string {
    return this.#translator.say(phrase, this.#language);
  }

  /** The first of the keys that has a sentence in any language; else the code itself, readable. */
  label(keys: readonly string[], code: string): string {
    const key = keys.find((each) => this.#translator.has(each, this.#language) || this.#translator.has(each, 'en'));
    return key ? this.say(key) : readable(code);
  }

  row(row: DeskRow): FileRow {
    return {
      id: row.id,
      number: row.acknowledgementNumber,
      service: this.label([`services.${row.serviceId}.name`], row.serviceId),
      status: row.status,
      statusName: this.label([`status.${row.status}`], row.status),
      submittedAt: row.submittedAt,
      dueOn: row.dueOn,
      isOverdue: row.isOverdue,
      ...(row.compensation && { compensation: this.#value({ money: row.compensation }) }),
    };
  }

  file(file: DeskFile, service: ServiceDefinition | undefined, reader: OfficerId): ShownFile {
    return {
      ...this.row(file),
      version: file.version,
      answers: file.answers.map(({ questionId, type, value }) => ({
        id: questionId,
        label: this.#question(file.serviceId, questionId),
        value: this.#answer(file.serviceId, questionId, type, value),
      })),
      papers: file.papers.map((paper) => this.#paper(paper, file, service)),
      history: file.history.map(({ at, what, by, note }) => ({
        at,
        what: this.label([`desk.history.${what}`, `status.${what}`], what),
        by: this.#who(by, reader),
        ...(note !== undefined && { note: ROLE_NOTES.has(what) ? this.label([`roles.${note}`], note) : note }),
      })),
      may: file.may,
      remarks: this.#remarks(file),
      ...(file.certificateNumber !== undefined && { certificateNumber: file.certificateNumber }),
    };
  }

  #remarks({ step, escalatedTo, appeal, slot, compensation, complainants, duplicate }: DeskFile): readonly string[] {
    const role = (code: string): PhraseValue => this.label([`roles.${code}`], code);
    const remark = (name: string, values: Readonly<Record<string, PhraseValue>>): string =>
      this.#translator.say({ key: `desk.remark.${name}`, values }, this.#language);
    return [
      ...(step
        ? [
            step.dueOn
              ? remark('step', {
                  role: role(step.role),
                  since: { date: dayOf(step.since) },
                  dueOn: { date: step.dueOn },
                })
              : remark('stepOpen', { role: role(step.role), since: { date: dayOf(step.since) } }),
          ]
        : []),
      ...(escalatedTo ? [remark('escalated', { role: role(escalatedTo) })] : []),
      ...(appeal ? [remark('appeal', { grounds: appeal })] : []),
      ...(slot ? [remark('slot', { day: { date: slot.slice(0, 10), withWeekday: true }, time: slot.slice(11) })] : []),
      ...(complainants ? [remark('complainants', { count: complainants })] : []),
      ...(duplicate ? [remark('duplicate', { number: duplicate })] : []),
      ...(compensation ? [remark('compensation', { amount: { money: compensation } })] : []),
    ];
  }

  #question(serviceId: string, questionId: string): string {
    const entry = entryOf(questionId);
    const label = this.label([serviceKey.label(serviceId, questionId)], entry?.item ?? questionId);
    return entry ? `${this.label([serviceKey.label(serviceId, entry.list)], entry.list)} ${entry.n}: ${label}` : label;
  }

  #answer(serviceId: string, questionId: string, type: string, value: string): string {
    if (type === 'choice' || type === 'multi-choice') {
      const choices = value
        .split(',')
        .map((each) => this.label([serviceKey.choice(serviceId, questionId, each)], each));
      return choices.join(', ');
    }
    if (type === 'yes-no') return this.label([`desk.${value}`], value);
    if (type === 'money' && /^-?\d+$/.test(value)) return this.#value({ money: paise(Number(value)) });
    return this.#text(value);
  }

  #text(value: string): string {
    return isDate(value) ? this.#value({ date: value }) : value;
  }

  #value(value: PhraseValue): string {
    return this.#translator.say({ key: 'desk.value', values: { value } }, this.#language);
  }

  #paper(paper: DeskFile['papers'][number], file: DeskFile, service: ServiceDefinition | undefined): ShownPaper {
    const { id, mime, requirement, type = requirement } = paper;
    const facts = Object.entries(paper.facts).map(([name, { value, confidence }]): ReadFact => {
      const answer = answerFrom([`${requirement}.${name}`, `${type}.${name}`], file, service?.questions ?? []);
      return {
        name: this.label(
          [
            `facts.${name}`,
            `fields.${name}`,
            ...(answer ? [`services.${file.serviceId}.questions.${answer.questionId}.label`] : []),
          ],
          name,
        ),
        value: this.#text(value),
        confidence,
        differs: answer !== undefined && !isSameText(answer.value, value),
        ...(answer && { confirmed: this.#answer(file.serviceId, answer.questionId, answer.type, answer.value) }),
      };
    });
    const keys = [
      `services.${file.serviceId}.papers.${requirement}.name`,
      `papers.${type}.name`,
      `papers.${type}`,
      `desk.paper.${requirement}`,
    ];
    return { id, mime, name: this.label(keys, type), facts };
  }

  #who(by: string, reader: OfficerId): string {
    if (by === reader) return this.say('desk.by.you');
    if (by === 'citizen' || by === 'system') return this.say(`desk.by.${by}`);
    return /^[\da-f-]{32,}$/i.test(by) ? this.say('desk.by.officer') : by;
  }
}

/** Entries whose note names a role. */
const ROLE_NOTES: ReadonlySet<string> = new Set(['reminded', 'escalated', 'overdue']);

/** The citizen's answer to the question that a fact of a paper can answer. */
function answerFrom(
  facts: readonly string[],
  { answers }: DeskFile,
  questions: readonly Question[],
): DeskFile['answers'][number] | undefined {
  const asking = questions
    .filter(({ prefill = [] }) => facts.some((fact) => prefill.includes(fact)))
    .map(({ id }) => id);
  return answers.find(({ questionId }) => asking.includes(questionId));
}

/** Capitals and spacing do not make a difference between what was read and what was confirmed. */
const isSameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim();
