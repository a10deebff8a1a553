import 'server-only';
import { createHash } from 'node:crypto';

/** How the `state` of a trip is stored: whoever reads the database can't come back with it. */
export function hashState(state: string): string {
  return createHash('sha256').update(state).digest('hex');
}
