/** What the server put into the page for its script. */
interface PageData {
  readonly language: 'hi' | 'en';
  /** Absent where nobody is signed in. */
  readonly csrfToken?: string;
  readonly texts: Readonly<Record<string, string>>;
}

/** `More` is what this one page is given besides; the server's route and the page agree on it. */
export const pageData = <More extends object = object>(): PageData & More =>
  JSON.parse(document.getElementById('page-data')?.textContent ?? '{}');
