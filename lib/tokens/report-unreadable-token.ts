import 'server-only';
import { log } from '@/lib/log/logger';
import type { TokenColumn } from './sealed-tokens';

/** For the operator: many of these mean that a key is missing, one that a row was tampered with. */
export function reportUnreadableToken(userId: string, column: TokenColumn): void {
  log().error(
    { userId, column },
    'a stored Astra token cannot be opened, so its person must connect again: is its key still in TOKEN_KEYS?',
  );
}
