import type { Figures, Operating } from './ports/in/operating.ts';
import type { Checked } from './ports/out/checked.ts';
import type { Keeping } from './ports/out/keeping.ts';

export interface Checkable {
  readonly name: string;
  check(): Promise<Checked>;
}

/** What an operator asks of the running installation. */
export class Operate implements Omit<Operating, 'reportDelivery'> {
  private readonly keeping: Keeping;
  private readonly parts: readonly Checkable[];

  constructor(keeping: Keeping, parts: readonly Checkable[]) {
    this.keeping = keeping;
    this.parts = parts;
  }

  async isReady(): Promise<boolean> {
    return (await this.keeping.check()).ok;
  }

  figures(): Promise<Figures> {
    return this.keeping.figures();
  }

  check(): Promise<readonly { name: string; checked: Checked }[]> {
    return Promise.all(this.parts.map(async (part) => ({ name: part.name, checked: await checkedOf(part) })));
  }
}

const checkedOf = (part: Checkable): Promise<Checked> =>
  part.check().catch((error: unknown) => ({ ok: false, problem: error instanceof Error ? error.name : 'unknown' }));
