/** What was sealed cannot be opened: it was changed, or belongs elsewhere, or the key is another. Says nothing of the content. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed value cannot be opened: it was changed, moved from where it belongs, or sealed with another key.');
    this.name = new.target.name;
  }
}

/** The master key is missing or malformed; the message tells the operator what to do, and shows nothing of a key. */
export class MasterKeyRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
