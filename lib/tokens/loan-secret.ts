import 'server-only';
import { createHash, randomBytes } from 'node:crypto';

/** What a borrower finishes a loan with; only they know it. */
export function createLoanSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** How the secret of a loan is stored. */
export function hashLoanSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
