import 'server-only';
import { createHash } from 'node:crypto';
import { Prisma } from './generated/client';

const mark = '/* prepared */';

/**
 * Begins a statement that each connection is to parse only once, and after a few times also to plan no
 * more, when PostgreSQL finds that this costs nothing: one of the few that run for each event. For the
 * longest of them, that is more work than running it.
 *
 * Its text must always be the same; all that differs belongs into its parameters. A connection keeps each
 * text for as long as it lives.
 */
export const prepared = Prisma.raw(mark);

/** For Prisma's adapter: the name by which a connection keeps a statement, or '' for none. */
export function statementName({ sql }: { sql: string }): string {
  return sql.startsWith(mark) ? createHash('sha256').update(sql).digest('base64url') : '';
}
