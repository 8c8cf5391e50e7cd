import { describe, expect, it } from 'vitest';
import { render } from '#adapters/channels/whatsapp-cloud/render.ts';

const choicesNamed = (...labels: readonly string[]) => labels.map((label, i) => ({ id: `answer/${i}`, label }));
const manyChoices = (count: number) => choicesNamed(...Array.from({ length: count }, (_, i) => `Choice ${i}`));
const interactiveOf = (payload: unknown) => (payload as { interactive: Record<string, unknown> }).interactive;

describe('what WhatsApp is told', () => {
  it('is a text without a preview', () => {
    expect(render({ text: 'Namaste' })).toEqual([{ type: 'text', text: { body: 'Namaste', preview_url: false } }]);
  });

  it('has buttons for up to three choices', () => {
    const [payload] = render({ text: 'Sure?', choices: choicesNamed('Yes', 'No') });
    expect(interactiveOf(payload)).toEqual({
      type: 'button',
      body: { text: 'Sure?' },
      action: {
        buttons: [
          { type: 'reply', reply: { id: 'answer/0', title: 'Yes' } },
          { type: 'reply', reply: { id: 'answer/1', title: 'No' } },
        ],
      },
    });
  });

  it('shortens a long button and says its words in the text', () => {
    const [payload] = render({ text: 'Sure?', choices: choicesNamed('Yes, by tomorrow afternoon', 'No') });
    expect(interactiveOf(payload)).toMatchObject({
      body: { text: 'Sure?\n\n• Yes, by tomorrow afternoon' },
      action: { buttons: [{ reply: { title: 'Yes, by tomorrow af…' } }, { reply: { title: 'No' } }] },
    });
  });

  it('tells buttons apart that are alike when shortened', () => {
    const choices = choicesNamed('Certificate of birth, new', 'Certificate of birth, old');
    expect(interactiveOf(render({ text: 'Which?', choices })[0])).toMatchObject({
      action: {
        buttons: [{ reply: { title: '1. Certificate of b…' } }, { reply: { title: '2. Certificate of b…' } }],
      },
    });
  });

  it('does not cut a letter from its vowel sign', () => {
    const [payload] = render({ text: '?', choices: choicesNamed('जन्म प्रमाण पत्र के लिए', 'No') });
    expect(interactiveOf(payload)).toMatchObject({
      action: { buttons: [{ reply: { title: 'जन्म प्रमाण पत्र के…' } }, {}] },
    });
  });

  it('has a list from four choices on, and puts a long label into the second line', () => {
    const choices = [...manyChoices(3), { id: 'long', label: 'Correction of a birth certificate', description: '₹50' }];
    const [payload] = render({ text: 'Which?', listTitle: 'Services', choices });
    expect(interactiveOf(payload)).toMatchObject({
      type: 'list',
      action: {
        button: 'Services',
        sections: [
          {
            rows: [
              {},
              {},
              {},
              { title: 'Correction of a birth c…', description: 'Correction of a birth certificate – ₹50' },
            ],
          },
        ],
      },
    });
  });

  it('has as many lists as it needs', () => {
    const payloads = render({ text: 'Which?', choices: manyChoices(21) });
    expect(payloads.map((payload) => interactiveOf(payload).body)).toEqual([
      { text: 'Which?' },
      { text: '👇' },
      { text: '👇' },
    ]);
  });

  it('says first, as text, what does not fit above buttons', () => {
    const text = `${'First. '.repeat(200)}Last question?`;
    const payloads = render({ text, choices: choicesNamed('Yes', 'No') });
    expect(payloads.map(({ type }) => type)).toEqual(['text', 'interactive']);
    expect(interactiveOf(payloads[1])).toMatchObject({ body: { text: expect.stringMatching(/Last question\?$/) } });
  });

  it('sends the file, then the link, then the choices, then the request for a place', () => {
    const payloads = render({
      text: 'Your receipt',
      document: { bytes: Buffer.from('%PDF'), mime: 'application/pdf', fileName: 'receipt.pdf' },
      link: { label: 'Check it', url: 'https://sandesh.example/v/1' },
      choices: choicesNamed('Done'),
      asksLocation: 'Send the place',
    });
    expect(payloads.map((each) => (each.type === 'interactive' ? interactiveOf(each).type : each.type))).toEqual([
      'file',
      'cta_url',
      'button',
      'location_request_message',
    ]);
    expect(payloads.at(-1)).toMatchObject({ interactive: { body: { text: 'Send the place' } } });
  });

  it('asks for the number of a person who hides it, and of nobody else', () => {
    const asked = { text: 'Share your number', asksNumber: 'Share my own number' };
    const to = (kind: 'phone' | 'user-id', address: string) =>
      render(asked, undefined, { contactPoint: { channel: 'whatsapp', kind, address }, reference: '1' });
    expect(to('user-id', 'IN.1')).toMatchObject([
      {
        interactive: {
          type: 'request_contact_info',
          body: { text: 'Share your number' },
          action: { name: 'request_contact_info' },
        },
        instead: { type: 'text', text: { body: 'Share your number' } },
      },
    ]);
    expect(to('phone', '+910000000001')).toMatchObject([{ type: 'text' }]);
  });

  it('gives a one-time password to the body and to the button that copies it', () => {
    const template = { name: 'otp', language: 'hi', gaps: [], payloads: [], hasDocument: false, code: '123456' };
    const parameters = [{ type: 'text', text: '123456' }];
    expect(render({ text: '123456 is the code', template })).toEqual([
      {
        type: 'template',
        template: {
          name: 'otp',
          language: { code: 'hi' },
          components: [
            { type: 'body', parameters },
            { type: 'button', sub_type: 'url', index: '0', parameters },
          ],
        },
      },
    ]);
  });

  describe('of a file that is beyond the limits', () => {
    const bytes = new Uint8Array(100 * 1024 * 1024 + 1);
    const file = { bytes, mime: 'application/pdf', fileName: 'plan.pdf' };
    const link = 'https://sandesh.example/d/1';

    it('is where it can be fetched', () => {
      const [payload] = render({ text: 'Your plan', document: { ...file, link } });
      expect(payload).toMatchObject({ type: 'text', text: { body: `Your plan\n\n${link}` } });
      const archive = { bytes: new Uint8Array(1), mime: 'application/zip', fileName: 'plan.zip', link };
      expect(render({ text: 'Your plan', document: archive })).toMatchObject([{ type: 'text' }]);
    });

    it('is nothing, so that another channel brings it, where there is no link or an approved text carries the file', () => {
      const template = { name: 'plan', language: 'en', gaps: [], payloads: [], hasDocument: true };
      const refused = expect.objectContaining({ code: 'file-not-taken', instead: 'other-channel' });
      expect(() => render({ text: 'Your plan', document: file })).toThrow(refused);
      expect(() => render({ text: 'Your plan', document: { ...file, link }, template })).toThrow(refused);
    });
  });

  it('says the text as the caption of a file that comes alone', () => {
    const document = { bytes: Buffer.from('%PDF'), mime: 'application/pdf', fileName: 'receipt.pdf' };
    expect(render({ text: 'Your receipt', document })).toMatchObject([{ type: 'file', caption: 'Your receipt' }]);
    expect(render({ text: 'x'.repeat(1025), document }).map(({ type }) => type)).toEqual(['text', 'file']);
  });
});
