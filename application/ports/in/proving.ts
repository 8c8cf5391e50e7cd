import type { Proof } from '#domain/citizen/citizen.ts';
import type { LinkCodeKind } from '#domain/citizen/link-code.ts';
import type { ContactPoint } from '#domain/shared/contact-point.ts';
import type { CitizenId } from '#domain/shared/ids.ts';
import type { Language } from '#domain/shared/language.ts';
import type { Instant } from '#domain/shared/time.ts';

/** Proving that a contact point is somebody's, so that his talk goes on there. */
export interface Proving {
  /**
   * Sends a one-time password to a phone, as people write its number. The answer is the same whether anybody here knows it.
   * @throws PhoneNotUnderstood @throws TooManyPasswords @throws NotDelivered
   */
  sendPassword(to: { phone: string; language: Language }): Promise<{ readonly minutes: number }>;
  /** Whose phone it is, now that the password came back from it. @throws PasswordWrong @throws PasswordOver */
  confirmPassword(given: { phone: string; password: string }): Promise<CitizenId>;
  /** A code that joins whatever contact point sends it to this citizen, once. */
  makeLink(citizenId: CitizenId): Promise<Link>;
  /**
   * A code to be printed for somebody who has no phone that is known here: at home it joins the first phone that sends
   * it, at a kiosk it is shown to an operator. Absent for who has a phone, by which he proves himself anywhere.
   */
  makeSlip(citizenId: CitizenId): Promise<Slip | undefined>;
  /** Whose code it is; it is used by that. @throws LinkUnknown */
  holderOf(code: string): Promise<{ readonly citizenId: CitizenId; readonly kind: LinkCodeKind }>;
  /** The sender of a code goes on as the citizen who has it, or the other way round. @throws LinkUnknown @throws BothHaveFiles */
  join(code: string, points: readonly ContactPoint[]): Promise<CitizenId>;
  /**
   * Who has shown by his provider that a number is his goes on as whoever is reached by it on other channels, or the
   * other way round. @throws BothHaveFiles
   */
  joinByPhone(
    citizenId: CitizenId,
    phone: string,
  ): Promise<{ readonly citizenId: CitizenId; readonly isJoined: boolean }>;
  /** A contact point that is new of a citizen, with what proves it. */
  claim(citizenId: CitizenId, point: ContactPoint, proof: Proof): Promise<void>;
  /** He is no longer reached there. */
  release(citizenId: CitizenId, point: ContactPoint): Promise<void>;
}

export interface Link {
  /** As it is shown to people. */
  readonly code: string;
  readonly minutes: number;
}

export interface Slip {
  /** As it is printed. */
  readonly code: string;
  readonly until: Instant;
}
