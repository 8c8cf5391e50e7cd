import { httpClient } from '#adapters/shared/http.ts';
import type { Entry } from '../sms-transcript.ts';
import { UnderWay } from '../under-way.ts';
import type { Cause } from './failures.ts';

export interface CallbackSettings {
  /** Our public address; `/webhooks/http-sms/…` is put after it. A function when it is known only later. */
  readonly callbackUrl: string | (() => string);
  /** Stands at the end of the addresses, as an operator enters them in the console. */
  readonly callbackSecret: string;
  /** Ours, to which people write. */
  readonly longCode: string;
}

/** Calls us as Gupshup does: by GET, with all it says in the query, and only once. */
export class Callbacks extends UnderWay {
  private readonly settings: CallbackSettings;

  constructor(settings: CallbackSettings) {
    super();
    this.settings = settings;
  }

  /** What our webhook answered; 0 when there was no answer. */
  tellMessage({ user, text, at }: Entry): Promise<number> {
    const [keyword = ''] = text.trim().split(/\s/);
    const who = { phonecode: this.settings.longCode, msisdn: digits(user), timestamp: String(at) };
    return this.call('inbound', { ...who, keyword, content: text, location: 'Delhi', carrier: 'Stand-in' });
  }

  /** Its pages do not say how it tells of missed calls. */
  tellCall({ user, at }: Entry): Promise<number> {
    return this.call('call', { phonecode: this.settings.longCode, msisdn: digits(user), timestamp: String(at) });
  }

  report({ id, user, at }: Entry, noOfFrags: number, failed?: Cause): Promise<number> {
    const { errCode, cause } = failed ?? { errCode: '000', cause: 'SUCCESS' };
    const said = {
      externalId: id,
      deliveredTS: String(at),
      status: failed ? 'FAIL' : 'SUCCESS',
      phoneNo: digits(user),
    };
    return this.call('report', { ...said, cause, errCode, noOfFrags: String(noOfFrags) });
  }

  private call(what: string, fields: Readonly<Record<string, string>>): Promise<number> {
    const { callbackUrl, callbackSecret } = this.settings;
    const base = typeof callbackUrl === 'string' ? callbackUrl : callbackUrl();
    const url = `${base}/webhooks/http-sms/${what}/${encodeURIComponent(callbackSecret)}?${new URLSearchParams(fields)}`;
    return this.track(
      httpClient({ baseUrl: '' })
        .call(url)
        .then((result) => (result.answered ? result.status : 0)),
    );
  }
}

const digits = (phone: string): string => phone.replace(/^\+/, '');
