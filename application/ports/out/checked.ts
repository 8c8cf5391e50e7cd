/** What an adapter found when it looked whether it is well set up, changing nothing. */
export type Checked = { readonly ok: true; readonly note?: string } | { readonly ok: false; readonly problem: string };
