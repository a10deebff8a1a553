import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';

const folder = path.join(import.meta.dirname, 'migrations');
const migration = '20261121124500_payments_of_every_kind';

/** A database as it was before this migration. */
async function databaseBefore(): Promise<Client> {
  const name = `before_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: inject('adminUrl') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = new URL(inject('adminUrl'));
  url.pathname = `/${name}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  onTestFinished(() => client.end());
  const names = (await readdir(folder)).filter((one) => /^\d/.test(one)).sort();
  for (const earlier of names.slice(0, names.indexOf(migration))) await apply(client, earlier);
  return client;
}

async function apply(client: Client, name: string): Promise<void> {
  await client.query(await readFile(path.join(folder, name, 'migration.sql'), 'utf8'));
}

test('a payment is kept whose person has no connection left, with labels that people read', async () => {
  const client = await databaseBefore();
  const [user, from, to] = [randomUUID(), randomUUID(), randomUUID()];
  await client.query('INSERT INTO users (id, email) VALUES ($1, $2)', [user, 'ann@example.com']);
  const card = `INSERT INTO cards
    (id, user_id, astra_id, brand, last_four, status, pull_enabled, push_enabled)
    VALUES ($1, $2, $3, $4, $5, 'approved', true, true)`;
  await client.query(card, [from, user, 'card-from', 'visa', '5556']);
  await client.query(card, [to, user, 'card-to', null, null]);
  await client.query(
    `INSERT INTO payments (id, user_id, idempotency_key, name, amount_cents, source_card_id,
      destination_card_id, client_correlation_id, status, send_by)
     VALUES ($1, $2, $3, 'Rent', 500, $4, $5, 'ABCD1234', 'accepted', now())`,
    [randomUUID(), user, randomUUID(), from, to],
  );
  await apply(client, migration);
  const { rows } = await client.query(
    'SELECT source_astra_id, source_label, destination_label, destination_astra_user_id FROM payments',
  );
  expect(rows).toEqual([
    {
      source_astra_id: 'card-from',
      source_label: 'Visa ending in 5556',
      destination_label: 'Card ending in ····',
      destination_astra_user_id: '',
    },
  ]);
});
