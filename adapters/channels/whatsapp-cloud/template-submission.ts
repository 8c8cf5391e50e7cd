import { gapsOf, type MessageTemplate, type TemplateLanguage } from '#domain/notification/message-template.ts';

/** A day and a night: news of yesterday that could not be delivered is better told by another channel. */
const TTL_SECONDS = 43_200;

/** A template of our registry in one language, as Meta wants it for its review. */
export function submissionOf(template: MessageTemplate, language: TemplateLanguage): object {
  const { name, category, code, document, texts, examples } = template;
  if (code) return { name, language, category: category.toUpperCase(), ...codeParts(code.minutes) };
  const { body, footer, buttons = [] } = texts[language];
  const named = gapsOf(body).map((gap) => ({ param_name: gap, example: examples[gap] ?? '' }));
  return {
    name,
    language,
    category: category.toUpperCase(),
    parameter_format: 'named',
    ...(category === 'utility' && { message_send_ttl_seconds: TTL_SECONDS }),
    components: [
      ...(document ? [{ type: 'HEADER', format: 'DOCUMENT' }] : []),
      { type: 'BODY', text: body, ...(named.length > 0 && { example: { body_text_named_params: named } }) },
      ...(footer === undefined ? [] : [{ type: 'FOOTER', text: footer }]),
      ...(buttons.length > 0
        ? [{ type: 'BUTTONS', buttons: buttons.map((text) => ({ type: 'QUICK_REPLY', text })) }]
        : []),
    ],
  };
}

/** Longest that Meta may hold a one-time password back, in seconds. */
const LONGEST_CODE_TTL = 900;

/** The words are Meta's own, in each language; a code that has run out is not delivered any more. */
const codeParts = (minutes: number) => ({
  message_send_ttl_seconds: Math.min(minutes * 60, LONGEST_CODE_TTL),
  components: [
    { type: 'BODY', add_security_recommendation: true },
    { type: 'FOOTER', code_expiration_minutes: minutes },
    { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE' }] },
  ],
});
