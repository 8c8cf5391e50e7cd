import { EnrolmentUnknown, KioskUnknown } from '#domain/assisting/errors.ts';
import {
  ENROLMENT_CODE_LENGTH,
  Kiosk,
  type KioskSnapshot,
  shownEnrolmentCode,
  typedEnrolmentCode,
} from '#domain/assisting/kiosk.ts';
import type { SessionLimits } from '#domain/assisting/session-limits.ts';
import type { OfficerId } from '#domain/shared/ids.ts';
import { plusMinutes } from '#domain/shared/time.ts';
import type { Assisting } from '../ports/in/assisting.ts';
import type { KeepingKiosks, KnownKiosk } from '../ports/in/keeping-kiosks.ts';
import type { Clock } from '../ports/out/clock.ts';
import type { KeyedHash } from '../ports/out/hashing.ts';
import type { Ids } from '../ports/out/ids.ts';
import type { Installation } from '../ports/out/installation.ts';
import type { Kiosks, SeenKiosk } from '../ports/out/kiosks.ts';
import type { AuditLog } from '../ports/out/repositories.ts';
import type { Transactions } from '../ports/out/transactions.ts';
import type { Wakeup } from '../ports/out/wakeup.ts';

/** Lets devices be kiosks, one for each place, and takes that back. */
export class KeepKiosks implements KeepingKiosks {
  private readonly limits: Pick<SessionLimits, 'enrolmentMinutes'>;
  private readonly installation: Pick<Installation, 'demoPlace'>;
  private readonly kiosks: Kiosks;
  private readonly assisting: Pick<Assisting, 'endAt'>;
  private readonly auditLog: Pick<AuditLog, 'append'>;
  private readonly keyedHash: KeyedHash;
  private readonly transactions: Transactions;
  private readonly wakeup: Wakeup;
  private readonly clock: Clock;
  private readonly ids: Ids;

  constructor(
    limits: Pick<SessionLimits, 'enrolmentMinutes'>,
    installation: Pick<Installation, 'demoPlace'>,
    kiosks: Kiosks,
    assisting: Pick<Assisting, 'endAt'>,
    auditLog: Pick<AuditLog, 'append'>,
    keyedHash: KeyedHash,
    transactions: Transactions,
    wakeup: Wakeup,
    clock: Clock,
    ids: Ids,
  ) {
    this.limits = limits;
    this.installation = installation;
    this.kiosks = kiosks;
    this.assisting = assisting;
    this.auditLog = auditLog;
    this.keyedHash = keyedHash;
    this.transactions = transactions;
    this.wakeup = wakeup;
    this.clock = clock;
    this.ids = ids;
  }

  async all(): Promise<readonly KnownKiosk[]> {
    return (await this.kiosks.all()).map(known);
  }

  async find(id: string): Promise<KnownKiosk | undefined> {
    const kiosk = await this.kiosks.find(id);
    return kiosk && known({ kiosk });
  }

  async expectDevice(by: OfficerId, { id, place }: { id: string; place: string }) {
    const code = this.ids.code(ENROLMENT_CODE_LENGTH);
    const until = plusMinutes(this.clock.now(), this.limits.enrolmentMinutes);
    await this.transactions.run(async () => {
      await this.kiosks.add(Kiosk.standing(id, place));
      await this.change(by, id, 'expect-kiosk', (kiosk) => kiosk.expectDevice(place, this.hashOf(code), until));
    });
    return { code: shownEnrolmentCode(code), until };
  }

  async disable(by: OfficerId, id: string): Promise<void> {
    await this.transactions.run(() =>
      this.change(by, id, 'disable-kiosk', (each) => each.disable(by, this.clock.now())),
    );
    // Known to be disabled first: whoever finds a session ended then finds why.
    await this.assisting.endAt(id, 'disabled');
    this.wakeup.wake('screens');
  }

  async enable(by: OfficerId, id: string): Promise<void> {
    await this.transactions.run(() => this.change(by, id, 'enable-kiosk', (each) => each.enable()));
  }

  enrol(operatorId: OfficerId, { code, publicKey }: { code: string; publicKey: string }): Promise<KioskSnapshot> {
    const codeHash = this.hashOf(typedEnrolmentCode(code));
    return this.transactions.run(async () => {
      const awaited = (await this.kiosks.awaiting(codeHash))?.snapshot();
      if (!awaited) throw new EnrolmentUnknown();
      return this.change(operatorId, awaited.id, 'enrol-kiosk', (kiosk) =>
        kiosk.enrol(publicKey, codeHash, this.clock.now()),
      );
    });
  }

  async enrolItself(operatorId: OfficerId, publicKey: string): Promise<KioskSnapshot> {
    const place = this.installation.demoPlace;
    if (place === undefined) throw new EnrolmentUnknown();
    const { code } = await this.expectDevice(operatorId, { id: await this.newId(place), place });
    return this.enrol(operatorId, { code, publicKey });
  }

  async keyOf(id: string): Promise<string> {
    const kiosk = await this.kiosks.find(id);
    kiosk?.requireServing();
    const key = kiosk?.snapshot().publicKey;
    if (key === undefined) throw new KioskUnknown();
    return key;
  }

  disabled(): Promise<ReadonlySet<string>> {
    return this.kiosks.disabled();
  }

  noteSeen(ids: readonly string[]): Promise<void> {
    return this.kiosks.noteSeen(ids, this.clock.now());
  }

  /** @throws KioskUnknown */
  private async change(
    by: OfficerId,
    id: string,
    what: string,
    change: (kiosk: Kiosk) => void,
  ): Promise<KioskSnapshot> {
    const kiosk = (await this.kiosks.update(id, change))?.snapshot();
    if (!kiosk) throw new KioskUnknown();
    const { place } = kiosk;
    await this.auditLog.append({ who: `officer:${by}`, what, kiosk: { id, place }, at: this.clock.now() });
    return kiosk;
  }

  /** Of two that come at once, each gets its own. */
  private async newId(place: string): Promise<string> {
    for (let nth = 1; ; nth += 1) {
      const id = `K-${String(nth).padStart(2, '0')}`;
      if (await this.kiosks.add(Kiosk.standing(id, place))) return id;
    }
  }

  private hashOf = (code: string): string => this.keyedHash(`enrolment/${code}`);
}

function known({ kiosk, seenAt }: SeenKiosk): KnownKiosk {
  const { id, place, enrolment } = kiosk.snapshot();
  return {
    id,
    place,
    state: kiosk.standing,
    ...(seenAt && { seenAt }),
    ...(enrolment && { awaitedUntil: enrolment.expiresAt }),
  };
}
