import { createHmac } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export const credentials = {
  WHATSAPP_APP_SECRET: 'bench-app-secret',
  WHATSAPP_VERIFY_TOKEN: 'bench-verify-token',
  WHATSAPP_ACCESS_TOKEN: 'bench-token',
  WHATSAPP_PHONE_NUMBER_ID: '100000000000001',
} as const;

/** Numbers that cannot exist: no Indian number begins with 0. */
export const phoneOf = (citizen: number): string => `9100${String(citizen).padStart(8, '0')}`;

/** The part of a message that depends on its type, as Meta writes it. */
export type Content = { readonly type: string } & Readonly<Record<string, unknown>>;

/** Somebody writes a text; the body as Meta would post it. */
export const textWebhook = (phone: string, id: string, text: string): string =>
  messageWebhook(phone, id, { type: 'text', text: { body: text } });

export function messageWebhook(phone: string, id: string, content: Content): string {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: '15550000000', phone_number_id: credentials.WHATSAPP_PHONE_NUMBER_ID },
    contacts: [{ profile: { name: 'Asha' }, wa_id: phone }],
    messages: [{ from: phone, id: `wamid.${id}`, timestamp, ...content }],
  };
  const entry = [{ id: '102290129340398', changes: [{ field: 'messages', value }] }];
  return JSON.stringify({ object: 'whatsapp_business_account', entry });
}

const signatureOf = (body: string): string =>
  createHmac('sha256', credentials.WHATSAPP_APP_SECRET).update(body).digest('hex');

/** One kept connection on which calls go one after the other; lighter than any HTTP client, so that it is not what is measured. */
export class Line {
  private readonly host: string;
  private socket: Socket;
  private heard = '';
  private settle: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;

  constructor(url: string) {
    const { hostname, port, host } = new URL(url);
    this.host = host;
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.setEncoding('latin1');
    this.socket.on('data', (chunk: string) => this.hear(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the connection was closed')));
  }

  /** Posts a signed webhook; returns the answer's status. */
  post(body: string): Promise<number> {
    return new Promise((resolve, reject) => {
      if (this.socket.destroyed) return reject(new Error('the connection was closed'));
      this.settle = { resolve, reject };
      this.socket.write(
        `POST /webhooks/whatsapp HTTP/1.1\r\nhost: ${this.host}\r\ncontent-type: application/json\r\n` +
          `x-hub-signature-256: sha256=${signatureOf(body)}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
      );
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private hear(chunk: string): void {
    this.heard += chunk;
    const end = this.heard.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: *(\d+)/i.exec(this.heard.slice(0, end))?.[1] ?? 0);
    if (this.heard.length < end + 4 + length) return;
    const status = Number(this.heard.slice(9, 12));
    this.heard = this.heard.slice(end + 4 + length);
    const { settle } = this;
    this.settle = undefined;
    settle?.resolve(status);
  }

  private fail(error: Error): void {
    const { settle } = this;
    this.settle = undefined;
    settle?.reject(error);
  }
}
