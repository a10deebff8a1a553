import 'server-only';
import { randomBytes } from 'node:crypto';
import type { HostedPurpose } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { hashState } from './hash-state';

const lifetimeMinutes = 15;

/**
 * A `state` for one trip to Astra's hosted pages. It proves on the way back that this person, in
 * this app, set out on this very trip; without it an attacker could finish their own trip in
 * somebody else's browser. Random, short-lived, good for one use, and stored as a hash only.
 */
export async function createRedirectState(userId: string, purpose: HostedPurpose): Promise<string> {
  const state = randomBytes(32).toString('base64url');
  await db().$executeRaw`
    INSERT INTO redirect_states (state_hash, user_id, purpose, expires_at)
    VALUES (${hashState(state)}, ${userId}::uuid, ${purpose}::hosted_purpose,
            clock_timestamp() + make_interval(mins => ${lifetimeMinutes}))`;
  return state;
}

/**
 * Uses up a `state` that came back. Of any number of redirects with the same one, only the first
 * gets an answer.
 *
 * @returns what the trip was for, or null when the state is unknown, used, expired, or another's.
 */
export async function consumeRedirectState(
  userId: string,
  state: string,
): Promise<HostedPurpose | null> {
  const [used] = await db().$queryRaw<{ purpose: HostedPurpose }[]>`
    UPDATE redirect_states SET consumed_at = clock_timestamp()
    WHERE state_hash = ${hashState(state)} AND user_id = ${userId}::uuid
      AND consumed_at IS NULL AND expires_at > clock_timestamp()
    RETURNING purpose`;
  return used?.purpose ?? null;
}
