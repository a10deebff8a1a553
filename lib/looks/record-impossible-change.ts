import 'server-only';
import type { Transaction } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';

type ImpossibleChange = {
  resource: 'routine' | 'transfer' | 'batch';
  astraId: string;
  /** Whose it is; null for the program's own. */
  userId: string | null;
  /** The status that we know. */
  known: string;
  /** The status that Astra shows, which cannot follow on it. */
  shown: string;
};

/** Writes down, once, something that an operator should ask Astra about. Nothing is changed by it. */
export async function recordImpossibleChange(
  tx: Transaction,
  change: ImpossibleChange,
): Promise<void> {
  const { count } = await tx.impossibleChange.createMany({ data: change, skipDuplicates: true });
  if (count > 0) log().warn(change, 'Astra shows a change that cannot be');
}
