import type { DeskFile, DeskRow } from '#application/ports/in/deciding.ts';
import type { Translator } from '#application/ports/out/translator.ts';
import { serviceKey } from '#domain/catalogue/catalogue.ts';
import { entryOf } from '#domain/catalogue/expand-list.ts';
import type { Question, ServiceDefinition } from '#domain/catalogue/service-definition.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import { paise, rupees } from '#domain/shared/money.ts';
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
    const key = keys.find((each) => this.#has(each));
    return key ? this.say(key) : readable(code);
  }

  #has(key: string): boolean {
    return this.#translator.has(key, this.#language) || this.#translator.has(key, 'en');
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
      ...(file.tax && { tax: this.#tax(file.tax) }),
      beside: file.duplicates.map(({ acknowledgementNumber }) => acknowledgementNumber),
      correctable: (file.correctable ?? []).map(({ questionId, type, value, choices }) => ({
        id: questionId,
        label: this.#question(file.serviceId, questionId),
        value,
        isDate: type === 'date',
        choices: choices.map((each) => ({
          value: each,
          label: this.#answer(file.serviceId, questionId, type, each),
        })),
      })),
      needsPhoto: file.needsPhoto === true,
      may: file.may,
      remarks: this.#remarks(file),
      ...(file.certificateNumber !== undefined && { certificateNumber: file.certificateNumber }),
    };
  }

  #tax({ from, annualValue, lines, payable, earlyUntil }: NonNullable<DeskFile['tax']>): NonNullable<ShownFile['tax']> {
    const of = (name: string): string =>
      name === 'early' && earlyUntil
        ? this.#translator.say({ key: 'desk.tax.early', values: { until: { date: earlyUntil } } }, this.#language)
        : this.label([`bill.lines.${name}`], name);
    return {
      title: this.#translator.say({ key: 'desk.tax.title', values: { from: { date: from } } }, this.#language),
      lines: [
        { name: this.say('desk.tax.annualValue'), amount: this.#value({ money: annualValue }) },
        ...lines.map(({ name, amount }) => ({ name: of(name), amount: this.#value({ money: amount }) })),
        { name: this.say('desk.tax.payable'), amount: this.#value({ money: payable }) },
      ],
    };
  }

  #remarks(file: DeskFile): readonly string[] {
    const { step, escalatedTo, appeal, slot, compensation, complainants, duplicates, secondBecause } = file;
    const whom = file.answers.find(({ questionId }) => questionId === 'on_behalf_of')?.value;
    const role = (code: string): PhraseValue => this.label([`roles.${code}`], code);
    const remark = (name: string, values: Readonly<Record<string, PhraseValue>>): string =>
      this.#translator.say({ key: `desk.remark.${name}`, values }, this.#language);
    return [
      ...(whom ? [remark('for', { whom: this.label([`desk.for.${whom}`], whom) })] : []),
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
      ...duplicates.map(({ acknowledgementNumber, status, isOfAnother }) =>
        remark(isOfAnother ? 'duplicateOfAnother' : 'duplicate', {
          number: acknowledgementNumber,
          status: this.label([`status.${status}`], status),
        }),
      ),
      ...(secondBecause ? [remark('second', { reason: this.say(`desk.second.${secondBecause}`) })] : []),
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

  /** What was read, as an answer to its question would be shown; a reader writes money in rupees. */
  #fact(serviceId: string, name: string, value: string, question: Question | undefined): string {
    const { id = name, type = '', choices = [] } = question ?? {};
    if (choices.includes(value) || type === 'yes-no') return this.#answer(serviceId, id, type, value);
    if (type === 'money' && /^\d{1,12}(\.\d{1,2})?$/.test(value)) return this.#value({ money: rupees(Number(value)) });
    const known = [name, ...(SEXES.has(value) ? ['gender'] : [])].map((field) => `fieldChoices.${field}.${value}`);
    return known.some((key) => this.#has(key)) ? this.label(known, value) : this.#text(value);
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
      const questions = answeredBy([`${requirement}.${name}`, `${type}.${name}`], service?.questions ?? []);
      const answer = file.answers.find(({ questionId }) => questions.some(({ id }) => id === questionId));
      const question = questions.find(({ id }) => id === answer?.questionId) ?? questions[0];
      const read = this.#fact(file.serviceId, name, value, question);
      const confirmed = answer && this.#answer(file.serviceId, answer.questionId, answer.type, answer.value);
      return {
        name: this.label(
          [
            `facts.${name}`,
            `fields.${name}`,
            ...(answer ? [`services.${file.serviceId}.questions.${answer.questionId}.label`] : []),
          ],
          name,
        ),
        value: read,
        confidence,
        differs: confirmed !== undefined && !isSameText(answer?.value ?? '', value) && !isSameText(confirmed, read),
        ...(confirmed !== undefined && { confirmed }),
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

/** The questions that a fact of a paper can answer. */
const answeredBy = (facts: readonly string[], questions: readonly Question[]): readonly Question[] =>
  questions.filter(({ prefill = [] }) => facts.some((fact) => prefill.includes(fact)));

/** As readers write them, whatever the fact is called. */
const SEXES: ReadonlySet<string> = new Set(['male', 'female', 'transgender']);

/** Capitals and spacing do not make a difference between what was read and what was confirmed. */
const isSameText = (one: string, other: string): boolean => plain(one) === plain(other);
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.,]+/g, ' ')
    .trim();
