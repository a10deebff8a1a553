import { db } from '@/lib/db/prisma';

/** Every row of every table of this database as text, the job queue's included. */
export async function everyText(): Promise<string> {
  return (await everyRow()).join('\n');
}

/** See {@link everyText}; row by row. */
export async function everyRow(): Promise<string[]> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', table_schema, table_name) AS name
    FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema IN ('public', 'graphile_worker')`;
  const texts = await Promise.all(
    tables.map(({ name }) =>
      db().$queryRawUnsafe<{ row: string }[]>(`SELECT whole::text AS row FROM ${name} whole`),
    ),
  );
  return texts.flatMap((rows) => rows.map(({ row }) => row));
}
