import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { createPayment } from '@/testing/rows/payments';
import { createCard, createPerson } from '@/testing/rows/people';
import { createManyTransfers, createTransfer } from '@/testing/rows/transfers';
import { labelEnds } from '../label-ends';
import { listSources } from './list-sources';
import { listTransferPage } from './list-transfers';
import type { TransferFilter } from './transfer-filter';

const [ann, ben] = [await createPerson(), await createPerson()];
const card = await createCard(ann.id, { lastFour: '1111' });
const at = (time: string) => ({ startedAt: new Date(time) });
await createTransfer(ann.id, { name: 'Rent 100%', ...at('2026-01-01T07:59:59Z') });
await createTransfer(ann.id, { name: 'Gift', status: 'pending', ...at('2026-01-01T08:00:00Z') });
await createTransfer(ann.id, {
  name: 'Allowance',
  clientCorrelationId: 'AbcD_234',
  sourceAstraId: card.astraId,
  ...at('2026-01-02T07:59:59Z'),
});
const returned = await createTransfer(ann.id, {
  name: 'Loan',
  status: 'failed',
  ...at('2026-07-01T00:00:00Z'),
});
await db().transferStatusChange.create({ data: { transferId: returned.id, status: 'processed' } });
await createTransfer(ann.id, { name: 'Phone', status: 'failed', ...at('2026-07-01T06:59:59Z') });
const disputed = await createTransfer(ann.id, { name: 'Shoes', ...at('2026-07-01T07:00:00Z') });
await db().chargeback.create({ data: { id: `C-${disputed.id}`, transferId: disputed.id } });
await createTransfer(ben.id, { name: 'Rent of another person', sourceAstraId: card.astraId });
const gone = { sourceAstraId: 'gone 1', destinationAstraId: 'gone 2' };
await createPayment(ann.id, {
  ...gone,
  routineAstraId: 'routine 1',
  sourceLabel: 'Old Bank checking ending in 8080',
  destinationLabel: 'Tenzing N.',
});
await createTransfer(ann.id, {
  name: 'Climb',
  routineAstraId: 'routine 1',
  ...gone,
  ...at('2025-06-01T00:00:00Z'),
});
await createPayment(ben.id, { sourceAstraId: card.astraId, sourceLabel: 'Of another person' });

async function named(filter: TransferFilter): Promise<(string | null)[]> {
  const { items } = await listTransferPage(ann.id, filter, 1);
  return items.map(({ name }) => name);
}

test.each<[string, TransferFilter, string[]]>([
  ['nothing asked for', {}, ['Shoes', 'Phone', 'Loan', 'Allowance', 'Gift', 'Rent 100%', 'Climb']],
  ['those on their way', { status: 'pending' }, ['Gift']],
  ['those that failed', { status: 'failed' }, ['Phone', 'Loan']],
  ['those that came back', { status: 'returned' }, ['Loan']],
  ['those in dispute', { status: 'disputed' }, ['Shoes']],
  ['one source', { source: card.astraId }, ['Allowance']],
  ['one routine', { routine: 'routine 1' }, ['Climb']],
  ['a routine that nobody has', { routine: 'routine' }, []],
  ['a part of the name, in any case', { q: 'aLLow' }, ['Allowance']],
  ['a part of the reference', { q: 'bcd' }, ['Allowance']],
  ['what it came from, by the last four digits', { q: '1111' }, ['Allowance']],
  ['what it came from, as it was called when it was confirmed', { q: 'old bank' }, ['Climb']],
  ['who received it, by their short name', { q: 'tenzing' }, ['Climb']],
  ['what another person calls the same card', { q: 'another' }, []],
  ['a percent sign, which means itself', { q: '%' }, ['Rent 100%']],
  ['an underscore, which means itself', { q: '_' }, ['Allowance']],
  ['a backslash, which means itself', { q: '\\' }, []],
  ['a quote', { q: "' OR true --" }, []],
  ['a winter day of the Pacific', { from: '2026-01-01', to: '2026-01-01' }, ['Allowance', 'Gift']],
  ['a summer day of the Pacific', { from: '2026-06-30', to: '2026-06-30' }, ['Phone', 'Loan']],
  ['the days since', { from: '2026-07-01' }, ['Shoes']],
  ['the days until', { to: '2025-12-31' }, ['Rent 100%', 'Climb']],
  ['days the wrong way round', { from: '2026-07-01', to: '2026-01-01' }, []],
  [
    'all at once',
    { status: 'processed', q: 'a', source: card.astraId, to: '2026-01-01' },
    ['Allowance'],
  ],
])('a list narrowed to %s', async (_what, filter, expected) => {
  expect(await named(filter)).toEqual(expected);
});

test('what money has left is offered by its name, once, and nothing of other people', async () => {
  const account = await createAccount(ann.id, { mask: '4321', removedAt: new Date() });
  await createTransfer(ann.id, { sourceAstraId: account.astraId });
  await createTransfer(ann.id, { sourceAstraId: account.astraId });
  await createAccount(ann.id);
  const sources = await listSources(ann.id);
  expect(sources.map(({ label }) => label)).toEqual([
    'Visa ending in 1111',
    'First Platypus Bank checking ending in 4321',
  ]);
  expect(await listSources(ben.id)).toEqual([]);
});

test('what money has left is found along an index, however many transfers there are', async () => {
  const { id } = await createPerson();
  await createCard(id);
  const { astraId } = await createAccount(id);
  await createManyTransfers(id, 20_000);
  await db().transfer.updateMany({ where: { userId: id }, data: { sourceAstraId: astraId } });
  await db().$executeRaw`ANALYZE transfers`;
  const queries = vi.spyOn(pg.Client.prototype, 'query');
  expect((await listSources(id)).map((source) => source.astraId)).toEqual([astraId]);
  const asked = z.array(z.object({ text: z.string(), values: z.array(z.unknown()) }));
  const made = asked.parse(queries.mock.calls.flat().filter((part) => typeof part === 'object'));
  queries.mockRestore();
  const [query, ...others] = made.filter(({ text }) => text.includes('transfers'));
  expect(others).toEqual([]);
  const plan = await db().$queryRawUnsafe<{ 'QUERY PLAN': string }[]>(
    `EXPLAIN ${query?.text}`,
    ...(query?.values ?? []),
  );
  const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(steps).toContain('using transfers_user_id_source_astra_id_started_at_id_idx');
  expect(steps).not.toContain('Seq Scan on transfers');
});

test('ends keep the names they had, unless the routine was given others since', async () => {
  const [from, to] = [await createCard(ann.id), await createCard(ann.id, { lastFour: '2222' })];
  const routineAstraId = `routine-${from.id}`;
  await createPayment(ann.id, { source: from, destination: to, routineAstraId });
  const ends = { routineAstraId, sourceAstraId: from.astraId, destinationAstraId: to.astraId };
  const moved = { ...ends, destinationAstraId: card.astraId };
  const strange = { ...ends, routineAstraId: null, sourceAstraId: 'gone' };
  const endsOf = await labelEnds(ann.id, [ends, moved, strange]);
  expect(endsOf(ends)).toEqual({ from: 'Visa ending in 5556', to: 'Visa ending in 4242' });
  expect(endsOf(moved)).toEqual({ from: 'Visa ending in 5556', to: 'Visa ending in 1111' });
  expect(endsOf(strange)).toEqual({ from: null, to: 'Visa ending in 2222' });
  const othersSee = await labelEnds(ben.id, [ends]);
  expect(othersSee(ends)).toEqual({ from: null, to: null });
});

test('each transfer of a list names its ends', async () => {
  const { items } = await listTransferPage(ann.id, { q: 'climb' }, 1);
  const ends = { from: 'Old Bank checking ending in 8080', to: 'Tenzing N.' };
  expect(items).toMatchObject([{ name: 'Climb', ends }]);
});

test('10,000 transfers are shown by as many queries as one, each once, along the index', async () => {
  const [few, many] = [await createPerson(), await createPerson()];
  await createTransfer(few.id);
  await createManyTransfers(many.id, 10_000);
  await db().$executeRaw`ANALYZE transfers`;
  const cost = async (userId: string, page: number) => {
    const queries = vi.spyOn(pg.Client.prototype, 'query');
    const { items, pages } = await listTransferPage(userId, {}, page);
    const count = queries.mock.calls.length;
    queries.mockRestore();
    return { names: items.map(({ name }) => name), pages, count };
  };
  await cost(few.id, 1);
  const one = await cost(few.id, 1);
  const first = await cost(many.id, 1);
  const last = await cost(many.id, 400);
  expect(first).toMatchObject({ pages: 400, count: one.count });
  expect(first.names[0]).toBe('Payment 0');
  expect(last).toMatchObject({ count: one.count });
  expect(last.names.at(-1)).toBe('Payment 9999');

  const plan = await db().$queryRaw<{ 'QUERY PLAN': string }[]>`
    EXPLAIN SELECT * FROM transfers WHERE user_id = ${many.id}::uuid
    ORDER BY started_at DESC, id DESC LIMIT 25`;
  const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
  expect(steps).toContain('Index Scan Backward using transfers_user_id_started_at_id_idx');
  expect(steps).not.toContain('Sort');
});
