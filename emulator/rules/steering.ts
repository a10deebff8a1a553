import type { UserStatus } from '../state/rows';

/** The birth date and the phone number that Astra's sandbox rejects. Either one is enough here. */
export const rejectedBirthDate = '1970-01-01';
export const rejectedPhone = '+12025551111';

/** Whoever has this e-mail address is the partner's own business: it may book between settlement
 * accounts, and batch transfers are told as its own. */
export const partnerEmail = 'partner-business@example.com';

/**
 * What the identity check will say, as Astra's sandbox values steer it. The first names `retry` and
 * `document` come from an older edition of the documentation.
 */
export function identityOutcome(person: {
  firstName: string;
  dateOfBirth: string | undefined;
  phone: string;
}): UserStatus {
  if (person.dateOfBirth === rejectedBirthDate || person.phone === rejectedPhone) return 'rejected';
  const firstName = person.firstName.trim().toLowerCase();
  if (firstName === 'retry' || firstName === 'document') return firstName;
  return 'approved';
}
