import 'server-only';
import { env } from '@/lib/env';
import { open, seal } from './vault';

export type TokenColumn = 'access_token' | 'refresh_token';

/** Seals one of a person's Astra tokens for its column. */
export function sealToken(token: string, userId: string, column: TokenColumn): string {
  return seal(token, placeOf(userId, column), env().TOKEN_KEYS);
}

/** Opens a token sealed for this person and column. @throws UnreadableSecretError */
export function openToken(sealed: string, userId: string, column: TokenColumn): string {
  return open(sealed, placeOf(userId, column), env().TOKEN_KEYS);
}

function placeOf(userId: string, column: TokenColumn) {
  return { table: 'astra_connections', column, rowId: userId };
}
