import type { TemplateStandings } from '#application/ports/out/template-standings.ts';
import { heardOf, type TemplateStanding, type TemplateWord } from '#domain/notification/template-standing.ts';
import type { Database } from './database.ts';

interface Row extends Readonly<Record<string, unknown>> {
  readonly standing: TemplateStanding;
}

export class StoredTemplateStandings implements TemplateStandings {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  async find(name: string, language: string): Promise<TemplateStanding | undefined> {
    const [row] = await this.database.query<Row>(
      'select standing from message_template where name = $1 and language = $2',
      [name, language],
    );
    return row?.standing;
  }

  async all(): Promise<readonly TemplateStanding[]> {
    const rows = await this.database.query<Row>('select standing from message_template order by name, language', []);
    return rows.map(({ standing }) => standing);
  }

  hear(word: TemplateWord, at: string): ReturnType<TemplateStandings['hear']> {
    return this.database.run(async () => {
      const key = [word.name, word.language];
      // Of two first words at once, the second waits here for the first.
      await this.database.query(
        `insert into message_template (name, language, standing) values ($1, $2, 'null') on conflict do nothing`,
        key,
      );
      const [row] = await this.database.query<{ standing: TemplateStanding | null }>(
        'select standing from message_template where name = $1 and language = $2 for update',
        key,
      );
      const before = row?.standing ?? undefined;
      const after = heardOf(before, word, at);
      if (after !== before)
        await this.database.query(
          'update message_template set standing = $3::text::jsonb where name = $1 and language = $2',
          [...key, JSON.stringify(after)],
        );
      return { before, after };
    });
  }
}
