import { Citizen, type Proof } from '#domain/citizen/citizen.ts';
import { BothHaveFiles, LinkUnknown, PasswordOver, PasswordWrong, PhoneNotUnderstood } from '#domain/citizen/errors.ts';
import { type Joined, whoGoesOn } from '#domain/citizen/joining.ts';
import { LINK_CODE_LENGTH, type LinkCodeKind, shownLinkCode, typedLinkCode } from '#domain/citizen/link-code.ts';
import { OneTimePassword } from '#domain/citizen/one-time-password.ts';
import type { ProofLimits } from '#domain/citizen/proof-limits.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import { readMobile } from '#domain/shared/mobile.ts';
import { type Instant, plusHours, plusMinutes } from '#domain/shared/time.ts';
import type { Link, Proving, Slip } from '../ports/in/proving.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { KeyedHash } from '../ports/out/hashing.ts';
import type { Ids } from '../ports/out/ids.ts';
import type {
  Citizens,
  Consents,
  LinkCodes,
  OneTimePasswords,
  ServiceApplications,
} from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { HandPassword } from './hand-password.ts';

const PASSWORD_LENGTH = 6;

/** Where a number is reached: who proves that he has it is the same person on both. */
const pointsOf = (phone: string): readonly [ContactPoint, ContactPoint] => [
  { channel: 'sms', kind: 'phone', address: phone },
  { channel: 'whatsapp', kind: 'phone', address: phone },
];

/** He shared it there by a tap; nothing reaches him by it, but it says who he is. */
const sharedOnTelegram = (phone: string): ContactPoint => ({ channel: 'telegram', kind: 'phone', address: phone });

/** Finds out whose a contact point is, by a password sent there or by a code that came from there. */
export class ProveContactPoint implements Proving {
  private readonly passwords: OneTimePasswords;
  private readonly links: LinkCodes;
  private readonly citizens: Citizens;
  private readonly applications: ServiceApplications;
  private readonly consents: Consents;
  private readonly transactions: Transactions;
  private readonly handing: Pick<HandPassword, 'hand'>;
  private readonly keyedHash: KeyedHash;
  private readonly limits: ProofLimits;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    passwords: OneTimePasswords,
    links: LinkCodes,
    citizens: Citizens,
    applications: ServiceApplications,
    consents: Consents,
    transactions: Transactions,
    handing: Pick<HandPassword, 'hand'>,
    keyedHash: KeyedHash,
    limits: ProofLimits,
    clock: Clock,
    ids: Ids,
  ) {
    this.passwords = passwords;
    this.links = links;
    this.citizens = citizens;
    this.applications = applications;
    this.consents = consents;
    this.transactions = transactions;
    this.handing = handing;
    this.keyedHash = keyedHash;
    this.limits = limits;
    this.clock = clock;
    this.ids = ids;
  }

  async sendPassword({ phone, language }: { phone: string; language: Language }): Promise<{ minutes: number }> {
    const number = numberIn(phone);
    const code = this.ids.digits(PASSWORD_LENGTH);
    const id = this.subjectOf(number);
    await this.passwords.add(OneTimePassword.none(id));
    await this.passwords.update(id, (kept) => kept.send(this.hashOf(id, code), this.clock.now(), this.limits));
    const minutes = this.limits.passwordMinutes.value;
    // By SMS, as anybody can get one; by WhatsApp where there is none.
    await this.handing.hand(pointsOf(number), { code, minutes }, language);
    return { minutes };
  }

  async confirmPassword({ phone, password }: { phone: string; password: string }): Promise<CitizenId> {
    const number = numberIn(phone);
    const id = this.subjectOf(number);
    const hash = this.hashOf(id, password.replaceAll(/\D/g, ''));
    let tried: ReturnType<OneTimePassword['try']> = 'over';
    const kept = await this.passwords.update(id, (each) => {
      tried = each.try(hash, this.clock.now(), this.limits);
    });
    // The compiler does not see that the function above has run.
    const outcome = tried as ReturnType<OneTimePassword['try']>;
    if (outcome === 'wrong' && kept && kept.triesLeft > 0) throw new PasswordWrong(kept.triesLeft);
    if (outcome !== 'right') throw new PasswordOver();
    return this.holderOfPhone(number);
  }

  async makeLink(citizenId: CitizenId): Promise<Link> {
    const minutes = this.limits.linkMinutes.value;
    return { code: await this.makeCode(citizenId, 'talk', plusMinutes(this.clock.now(), minutes)), minutes };
  }

  async makeSlip(citizenId: CitizenId): Promise<Slip | undefined> {
    const citizen = await this.citizens.find(citizenId);
    if (!citizen || citizen.hasOwnPhone) return undefined;
    const until = plusHours(this.clock.now(), this.limits.slipDays.value * 24);
    return { code: await this.makeCode(citizenId, 'slip', until), until };
  }

  async holderOf(code: string): Promise<{ citizenId: CitizenId; kind: LinkCodeKind }> {
    const typed = typedLinkCode(code);
    const holder = typed && (await this.links.take(this.linkHash(typed), this.clock.now()));
    if (!holder) throw new LinkUnknown();
    return holder;
  }

  join(code: string, points: readonly ContactPoint[]): Promise<CitizenId> {
    return this.transactions.run(async () => {
      const { citizenId: asked, kind } = await this.holderOf(code);
      // With a phone he needs no slip any more, and none that lies about may bring another phone.
      if (kind === 'slip') await this.links.forget(asked);
      const others = [...new Set(await this.citizens.behind(points))].filter((id) => id !== undefined && id !== asked);
      const [other] = others;
      if (other === undefined) {
        for (const point of points) await this.claim(asked, point, 'provider');
        return asked;
      }
      return this.joinTwo(asked, other, points);
    });
  }

  joinByPhone(citizenId: CitizenId, phone: string): Promise<{ citizenId: CitizenId; isJoined: boolean }> {
    return this.transactions.run(async () => {
      const known = new Set((await this.citizens.behind(pointsOf(phone))).flatMap((id) => id ?? []));
      const others = [...known].filter((id) => id !== citizenId);
      let goesOn = citizenId;
      for (const other of others) goesOn = await this.joinTwo(goesOn, other, await this.pointsHeldBy(other));
      return { citizenId: goesOn, isJoined: others.length > 0 };
    });
  }

  private async makeCode(citizenId: CitizenId, kind: LinkCodeKind, expiresAt: Instant): Promise<string> {
    const code = this.ids.code(LINK_CODE_LENGTH);
    await this.links.put({ hash: this.linkHash(code), citizenId, kind, expiresAt });
    return shownLinkCode(code);
  }

  async claim(citizenId: CitizenId, point: ContactPoint, proof: Proof): Promise<void> {
    await this.citizens.update(citizenId, (citizen) => {
      citizen.addContactPoint(point, proof, this.clock.now());
    });
  }

  async release(citizenId: CitizenId, point: ContactPoint): Promise<void> {
    await this.citizens.update(citizenId, (citizen) => citizen.removeContactPoint(point));
  }

  /** @throws BothHaveFiles */
  private async joinTwo(asked: CitizenId, other: CitizenId, points: readonly ContactPoint[]): Promise<CitizenId> {
    const goesOn = whoGoesOn(await this.asJoined(asked), await this.asJoined(other));
    if (goesOn === undefined) throw new BothHaveFiles();
    const moved = goesOn === asked ? points : await this.pointsHeldBy(asked);
    for (const point of moved) await this.citizens.moveContactPoint(point, goesOn, this.clock.now());
    return goesOn;
  }

  /** By SMS or by WhatsApp, one number is one person; who is new is registered. */
  private holderOfPhone(number: string): Promise<CitizenId> {
    return this.transactions.run(async () => {
      const points = pointsOf(number);
      const [bySms, byWhatsApp, byTelegram] = await this.citizens.behind([...points, sharedOnTelegram(number)]);
      if (bySms !== undefined && byWhatsApp !== undefined && bySms !== byWhatsApp)
        return this.oneOf(bySms, byWhatsApp, points);
      const known = bySms ?? byWhatsApp ?? byTelegram;
      if (known === undefined) return this.register(points);
      for (const point of points) await this.claim(known, point, 'one-time-password');
      return known;
    });
  }

  private async oneOf(bySms: CitizenId, byWhatsApp: CitizenId, points: readonly ContactPoint[]): Promise<CitizenId> {
    const goesOn = whoGoesOn(await this.asJoined(byWhatsApp), await this.asJoined(bySms));
    // With files on both sides the one whose phone just proved itself is meant, and the other stays as he is.
    if (goesOn === undefined) return bySms;
    for (const point of points) await this.citizens.moveContactPoint(point, goesOn, this.clock.now());
    return goesOn;
  }

  private async register(points: readonly ContactPoint[]): Promise<CitizenId> {
    const id = this.ids.next();
    const citizen = Citizen.register(id, [], this.clock.now());
    for (const point of points) citizen.addContactPoint(point, 'one-time-password', this.clock.now());
    const isNew = await this.citizens.add(citizen);
    const [holder] = isNew ? [id] : await this.citizens.behind(points);
    if (holder === undefined) throw new Error('a contact point was taken and given up at once');
    return holder;
  }

  private async asJoined(citizenId: CitizenId): Promise<Joined> {
    const [filed, held] = [await this.applications.of(citizenId), await this.consents.heldBy(citizenId)];
    return { citizenId, hasFiles: filed.length > 0 || held.length > 0 };
  }

  private async pointsHeldBy(citizenId: CitizenId): Promise<readonly ContactPoint[]> {
    return (await this.citizens.find(citizenId))?.snapshot().contactPoints.map(({ point }) => point) ?? [];
  }

  private subjectOf = (number: string): string => this.keyedHash(`password/${number}`);
  private hashOf = (subject: string, code: string): string => this.keyedHash(`password/${subject}/${code}`);
  private linkHash = (code: string): string => this.keyedHash(`link/${code}`);
}

/** @throws PhoneNotUnderstood */
function numberIn(phone: string): string {
  const number = readMobile(phone);
  if (number === undefined) throw new PhoneNotUnderstood();
  return number;
}
