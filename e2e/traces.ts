import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { testSettings, tracesOf } from '../scripts/stack/settings';

const { logFile, databaseUrlFile } = tracesOf(testSettings);

/** All that the app and the worker have written to their logs. */
export function everyLogLine(): Promise<string> {
  return readFile(logFile, 'utf8');
}

/** Every row of every table of the app's database as text, the job queue's included. */
export async function everyRow(): Promise<string> {
  const client = new Client({ connectionString: await readFile(databaseUrlFile, 'utf8') });
  await client.connect();
  try {
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`);
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      texts.push(name, ...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  } finally {
    await client.end();
  }
}
