import type { WebRequest } from '#adapters/shared/route.ts';
import type { SignedIn } from '#application/ports/in/deciding.ts';
import { NotSignedIn } from '../errors.ts';

/** The officer who asks. @throws NotSignedIn */
export function signedIn({ officer }: WebRequest): SignedIn {
  if (!officer) throw new NotSignedIn();
  return officer;
}
