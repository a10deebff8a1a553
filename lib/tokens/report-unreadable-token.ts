import 'server-only';
import { log } from '@/lib/log/logger';
import type { TokenColumn } from './sealed-tokens';

/** For the operator: the row was damaged, or somebody tampered with it. */
export function reportUnreadableToken(userId: string, column: TokenColumn): void {
  log().error(
    { userId, column },
    'a stored Astra token is damaged, so its person must connect again',
  );
}
