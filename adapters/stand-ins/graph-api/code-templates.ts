import { z } from 'zod';
import { GraphError } from './errors.ts';

/** A template for one-time passwords: Meta writes its words itself, and takes nothing but how long the code is good. */
export const codeCreation = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().min(2),
  category: z.literal('AUTHENTICATION'),
  message_send_ttl_seconds: z.number().int().min(30).max(900).optional(),
  components: z.tuple([
    z.strictObject({ type: z.literal('BODY'), add_security_recommendation: z.boolean().optional() }),
    z.strictObject({ type: z.literal('FOOTER'), code_expiration_minutes: z.number().int().min(1).max(90) }),
    z.strictObject({
      type: z.literal('BUTTONS'),
      buttons: z.tuple([z.strictObject({ type: z.literal('OTP'), otp_type: z.literal('COPY_CODE') })]),
    }),
  ]),
});

const said: Readonly<Record<string, (code: string) => string>> = {
  en: (code) => `${code} is your verification code. For your security, do not share this code.`,
  hi: (code) => `${code} आपका सत्यापन कोड है। अपनी सुरक्षा के लिए, यह कोड किसी को न बताएँ।`,
};

const code = z.tuple([z.strictObject({ type: z.literal('text'), text: z.string().min(1).max(15) })]);
const parts = z.tuple([
  z.strictObject({ type: z.literal('body'), parameters: code }),
  z.strictObject({
    type: z.literal('button'),
    sub_type: z.literal('url'),
    index: z.literal('0'),
    parameters: code,
  }),
]);

/** What the phone will show; the button copies the code and sends nothing. @throws GraphError */
export function shownCode(language: string, components: readonly unknown[]): string {
  const given = parts.safeParse(components).data;
  const [inBody] = given?.[0].parameters ?? [];
  const [onButton] = given?.[1].parameters ?? [];
  if (inBody === undefined || onButton?.text !== inBody.text)
    throw new GraphError(400, 132000, 'The code must be given once for the body and once for the button');
  return (said[language] ?? said.en ?? String)(inBody.text);
}
