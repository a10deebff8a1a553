import 'server-only';
import { createHash } from 'node:crypto';
import { Prisma } from './generated/client';

const mark = '/* prepared */';

/**
 * Begins a statement that each connection is to parse, and as a rule to plan, only once: one of the few
 * that run for each event. For the longest of them, this is more work than running it.
 *
 * Its text must always be the same; all that differs belongs into its parameters. A connection keeps each
 * text for as long as it lives.
 */
export const prepared = Prisma.raw(mark);

/** For Prisma's adapter: the name by which a connection keeps a statement, or '' for none. */
export function statementName({ sql }: { sql: string }): string {
  return sql.startsWith(mark) ? createHash('sha256').update(sql).digest('base64url') : '';
}
