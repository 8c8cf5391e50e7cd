import type { TemplateStandings } from '#application/ports/out/template-standings.ts';
import { heardOf, type TemplateStanding, type TemplateWord } from '#domain/notification/template-standing.ts';
import { type MemoryTransactions, Table } from './transactions.ts';

export class InMemoryTemplateStandings implements TemplateStandings {
  private readonly transactions: MemoryTransactions;
  private readonly rows: Table<TemplateStanding>;

  constructor(transactions: MemoryTransactions) {
    this.transactions = transactions;
    this.rows = new Table(transactions);
  }

  find(name: string, language: string): Promise<TemplateStanding | undefined> {
    return this.transactions.within(() => this.rows.get(`${name}/${language}`));
  }

  all(): Promise<readonly TemplateStanding[]> {
    return this.transactions.within(() => this.rows.values());
  }

  hear(word: TemplateWord, at: string): ReturnType<TemplateStandings['hear']> {
    return this.transactions.within(() => {
      const key = `${word.name}/${word.language}`;
      const before = this.rows.get(key);
      const after = heardOf(before, word, at);
      if (after !== before) this.rows.set(key, after);
      return { before, after };
    });
  }
}
