/** Counts answers by route and status since the start. Patterns of paths only, so no personal data. */
export class Traffic {
  readonly #counts = new Map<string, { route: string; status: number; count: number; seconds: number }>();

  note(route: string, status: number, milliseconds: number): void {
    const key = `${status} ${route}`;
    const { count, seconds } = this.#counts.get(key) ?? { count: 0, seconds: 0 };
    this.#counts.set(key, { route, status, count: count + 1, seconds: seconds + milliseconds / 1000 });
  }

  counts(): readonly { route: string; status: number; count: number; seconds: number }[] {
    return [...this.#counts.values()];
  }
}
