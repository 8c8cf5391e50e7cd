/** What the demo bank is told to do. */
export type BankWord = 'success' | 'declined' | 'pending' | 'late' | 'twice' | 'silent' | 'short' | 'double';

interface PaidPage {
  /** The gateway's own page. */
  readonly checkout: string;
  readonly backAt: string;
}

/** A citizen follows a payment link and pays on the gateway's page, as a browser without scripts does. */
export async function paysAt(link: string, outcome: BankWord, lateSeconds = 1): Promise<PaidPage> {
  const checkout = await fetch(link);
  const html = await checkout.text();
  if (!checkout.ok || !html.includes('<form')) throw new Error(`${checkout.url} shows no way to pay`);
  const answer = await fetch(checkout.url, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ method: 'upi', outcome, lateSeconds: String(lateSeconds) }),
  });
  await answer.arrayBuffer();
  if (answer.status !== 303) throw new Error(`paying was answered ${answer.status}`);
  return { checkout: checkout.url, backAt: answer.headers.get('location') ?? '' };
}
