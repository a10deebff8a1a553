import 'server-only';
import { env } from '@/lib/env';
import { open, seal } from '@/lib/tokens/vault';

export { hashState } from '@/lib/hosted/hash-state';

/** Seals the provider's name of a trip for its row. */
export function sealReference(reference: string, sessionId: string): string {
  return seal(reference, placeOf(sessionId), env().TOKEN_KEYS);
}

/** Opens what {@link sealReference} made for this trip. @throws UnreadableSecretError */
export function openReference(sealed: string, sessionId: string): string {
  return open(sealed, placeOf(sessionId), env().TOKEN_KEYS);
}

function placeOf(rowId: string) {
  return { table: 'bank_link_sessions', column: 'reference', rowId };
}
