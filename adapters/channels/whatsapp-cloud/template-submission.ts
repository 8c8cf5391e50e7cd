import { gapsOf, type MessageTemplate, type TemplateLanguage } from '#domain/notification/message-template.ts';

/** A day and a night: news of yesterday that could not be delivered is better told by another channel. */
const TTL_SECONDS = 43_200;

/** A template of our registry in one language, as Meta wants it for its review. */
export function submissionOf(template: MessageTemplate, language: TemplateLanguage): object {
  const { name, category, document, texts, examples } = template;
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
