const SECONDS = 1.5;

/** How often it can be done, after it has been done for a while. */
export function perSecond(work: (count: number) => unknown): number {
  const measured = (seconds: number): number => {
    const start = performance.now();
    const end = start + seconds * 1000;
    let count = 0;
    while (performance.now() < end) for (let i = 0; i < 20; i += 1) work(count++);
    return count / ((performance.now() - start) / 1000);
  };
  measured(SECONDS / 3);
  return measured(SECONDS);
}
