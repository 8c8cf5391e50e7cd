let opened: Window | undefined;

/** Opens a payment page and the like in a window of its own, which goes when the session does. */
export function openElsewhere(address: string): void {
  closeElsewhere();
  opened = open(address, '_blank') ?? undefined;
  // What is opened there shall not reach back to this page.
  if (opened) opened.opener = null;
}

export function closeElsewhere(): void {
  opened?.close();
  opened = undefined;
}
