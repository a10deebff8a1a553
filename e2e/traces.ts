import { readFile } from 'node:fs/promises';
import { Client } from 'pg';
import { testSettings, tracesOf } from '../scripts/stack/settings';

const { logFile, databaseUrlFile } = tracesOf(testSettings);

/** All that the app and the worker have written to their logs. */
export function everyLogLine(): Promise<string> {
  return readFile(logFile, 'utf8');
}

/** Every row of every table of the app's database as text, the job queue's included. */
export function everyRow(): Promise<string> {
  return withDatabase(async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`);
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} t`);
      texts.push(name, ...rows.map(({ row }) => row));
    }
    return texts.join('\n');
  });
}

/**
 * Lets the date printed on somebody's card be over. Astra takes no such card, so this stands for the
 * time that passes; looks at Astra, which knows another date, count as older and change nothing.
 */
export function expireCard(email: string, number: string): Promise<void> {
  return withDatabase(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE cards SET expiration_date = '01/26', seen_at = '2100-01-01'
       WHERE last_four = $2 AND user_id = (SELECT id FROM users WHERE email = $1)`,
      [email, number.slice(-4)],
    );
    if (rowCount !== 1) throw new Error(`${email} has no such card.`);
  });
}

/**
 * Lets Astra know too little of somebody to let them send: this app hands nobody in like that, but a
 * program that does shares its people with it.
 */
export function letReceiveOnly(email: string): Promise<void> {
  return withDatabase(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE astra_connections SET kyc_type = 'receive-only'
       WHERE user_id = (SELECT id FROM users WHERE email = $1)`,
      [email],
    );
    if (rowCount !== 1) throw new Error(`${email} is not connected.`);
  });
}

/** Says so many times that something of somebody's changed, each in words of its own. */
export function changeOften(email: string, times: number): Promise<void> {
  return withDatabase(async (client) => {
    await client.query(
      `SELECT pg_notify('live', json_build_object('userId', id, 'number', number)::text)
       FROM users, generate_series(1, $2::int) AS number WHERE email = $1`,
      [email, times],
    );
  });
}

async function withDatabase<Result>(use: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: await readFile(databaseUrlFile, 'utf8') });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
