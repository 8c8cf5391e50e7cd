const SECRET = '[secret]';
const NUMBER = '[number]';
const MESSAGE_ID = '[message id]';

// Ten digits or more, as people write phone, Aadhaar and account numbers; digits inside an id such as a UUID stay.
const longNumber = /(?<![\p{L}\p{Nd}_-])\+?\p{Nd}(?:[ ().-]{0,2}\p{Nd}){9,}(?![\p{L}\p{Nd}_-])/gu;
// WhatsApp's message ids hold the citizen's number in Base64.
const whatsappId = /wamid\.[A-Za-z0-9+/=_-]+/g;

/** Blanks secrets and the numbers by which people are known, so that a provider's text may stand in a log. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets
    .filter((secret) => secret.length > 0)
    .toSorted((one, other) => other.length - one.length)
    .reduce((rest, secret) => rest.replaceAll(secret, SECRET), text);
  return withoutSecrets.replace(whatsappId, MESSAGE_ID).replace(longNumber, NUMBER);
}
