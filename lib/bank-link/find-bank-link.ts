import 'server-only';
import { z } from 'zod';
import type { BankLinkOutcome } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { type LinkResult, linkResults } from './results';

/** How a trip to the bank stands, for the person who made it. */
export type BankLink = { outcome: BankLinkOutcome | 'checking'; results: LinkResult[] };

/**
 * @param id as the page's address has it.
 * @returns null when there is no such trip of this person's, or the person has not come back.
 */
export async function findBankLink(userId: string, id: string): Promise<BankLink | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const [row] = await db().$queryRaw<{ outcome: BankLinkOutcome | null; results: unknown }[]>`
    SELECT results, CASE
      WHEN outcome IS NULL AND returned_at < clock_timestamp() - interval '1 hour'
      THEN 'interrupted' ELSE outcome END AS outcome
    FROM bank_link_sessions
    WHERE id = ${id}::uuid AND user_id = ${userId}::uuid AND returned_at IS NOT NULL`;
  if (!row) return null;
  return { outcome: row.outcome ?? 'checking', results: linkResults.parse(row.results) };
}

/** The person's trip that is being finished right now, if there is one. */
export async function findUnfinishedBankLink(userId: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ id: string }[]>`
    SELECT id FROM bank_link_sessions
    WHERE user_id = ${userId}::uuid AND finished_at IS NULL
      AND returned_at > clock_timestamp() - interval '1 hour'
    ORDER BY returned_at DESC LIMIT 1`;
  return row?.id ?? null;
}
