import { defineConfig } from 'vitest/config';
import { closingLine } from './test/kit/closing-line.ts';

/** One PostgreSQL for all tests that need one; each of them makes itself a database of its own. */
const globalSetup = ['./test/kit/postgres.ts'];

/** These start servers and browsers of their own, and a busy machine starts them slowly. */
const withServers = { isolate: false, testTimeout: 60_000, hookTimeout: 120_000 };

const db = ['test/adapters/persistence/{mikro-orm,embedded-postgres}/**/*.test.ts', 'test/**/*.db.test.ts'];
const journeys = ['test/journeys/**/*.test.ts'];
const browser = ['test/**/pages.test.ts', 'test/**/*-page.test.ts', 'test/**/*.browser.test.ts'];

export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: 2,
    reporters: ['default', closingLine()],
    // The machine may be busy; a test that waits for nothing ends long before.
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // The modules of the product keep nothing between tests, so files may share them: it halves the time.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/fixtures/**', ...db, ...journeys, ...browser],
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: db,
          exclude: [...journeys, ...browser],
          globalSetup,
          ...withServers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          exclude: journeys,
          ...withServers,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: journeys,
          globalSetup,
          ...withServers,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
