/** What everything that is said has, whatever the provider's own words for the rest. */
interface Said {
  readonly id: string;
  /** Whose phone shows it. */
  readonly user: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What was said by way of one provider, in memory only. Whoever listens hears of all that is new or has changed. */
export class AnyTranscript<Entry extends Said, Type extends string, Other = never> {
  private readonly said = new Map<string, Entry>();
  private readonly listeners = new Set<(event: { readonly type: Type; readonly entry: Entry } | Other) => void>();
  protected readonly now: () => number;

  constructor(now: () => number) {
    this.now = now;
  }

  find(id: string): Entry | undefined {
    return this.said.get(id);
  }

  entries(user?: string): readonly Entry[] {
    return [...this.said.values()].filter((entry) => user === undefined || entry.user === user);
  }

  /** Returns what ends the subscription. */
  subscribe(listener: (event: { readonly type: Type; readonly entry: Entry } | Other) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  protected put(type: Type, entry: Entry): Entry {
    this.said.set(entry.id, entry);
    this.tell({ type, entry });
    return entry;
  }

  /** Nothing happens to what is not there. */
  protected alter(type: Type, id: string, change: Partial<Entry>): void {
    const entry = this.said.get(id);
    if (entry) this.put(type, { ...entry, ...change });
  }

  protected tell(event: { readonly type: Type; readonly entry: Entry } | Other): void {
    for (const listener of this.listeners) listener(event);
  }
}
