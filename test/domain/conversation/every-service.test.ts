import { describe, expect, it } from 'vitest';
import { services } from '#config/services/index.ts';
import { missingKeys } from '#test/kit/dialogue.ts';
import { playPlainly } from '#test/kit/plain-dialogue.ts';

/** Every service, played from the first message to its end by somebody who answers plainly. */
describe.each(services.map((service) => [service.id, service] as const))('%s', (_, service) => {
  it.each(['hi', 'en'])('runs from the first message to its end in %s', (language) => {
    const before = missingKeys().length;
    const { talk, transcript, wasShown } = playPlainly(service, language);
    const filed = talk.wishes.filter(({ type }) => type === 'submit');
    expect(filed, transcript.slice(-6).join('\n')).toHaveLength(service.kind === 'information' ? 0 : 1);
    // Dues show their bill instead: what is paid is affirmed there.
    if (service.kind !== 'information' && !service.dues) expect(wasShown).toBe(true);
    expect(missingKeys().slice(before)).toEqual([]);
  });
});
