import type { Reporter, TestModule } from 'vitest/node';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Ends the run with `12 passed, 0 failed, 3 skipped` alone on a line, which people and CI systems read alike. */
export const closingLine = (write = (text: string) => process.stdout.write(text)): Reporter => ({
  onTestRunEnd: (modules, unhandledErrors) => {
    write(`\n${lineOf(tallyOf(modules, unhandledErrors.length))}\n`);
  },
});

/** A file that could not be loaded, and an error that no test caught, each count as one failure. */
function tallyOf(modules: readonly TestModule[], unhandled: number): Tally {
  const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const count = (...wanted: readonly string[]) => states.filter((state) => wanted.includes(state)).length;
  const broken = modules.filter((module) => module.errors().length > 0).length;
  return {
    passed: count('passed'),
    failed: count('failed') + broken + unhandled,
    skipped: count('skipped', 'pending'),
  };
}

export const lineOf = ({ passed, failed, skipped }: Tally): string =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
