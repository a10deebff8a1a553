import { randomUUID } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import pg from 'pg';
import { expect, test, vi } from 'vitest';
import { streamLines } from '@/lib/http/stream-lines';
import { createPayment } from '@/testing/rows/payments';
import { createCard, createConnectedPerson, createPerson } from '@/testing/rows/people';
import { createManyTransfers, createTransfer } from '@/testing/rows/transfers';
import { exportTransfers } from './export-transfers';

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

async function linesOf(userId: string, filter = {}): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of exportTransfers(userId, filter)) lines.push(line);
  return lines;
}

test('a file names its columns, and has a line for each of the person’s own transfers', async () => {
  const [ann, ben] = [await createPerson(), await createPerson()];
  const card = await createCard(ann.id);
  await createTransfer(ben.id, { name: 'Of another person' });
  await createTransfer(ann.id, {
    astraId: 'transfer-1',
    name: '=HYPERLINK("https://example.com")',
    amountCents: 1234567n,
    sourceAstraId: card.astraId,
    clientCorrelationId: 'AbcD2345',
    startedAt: new Date('2026-01-01T08:00:00Z'),
  });
  await createTransfer(ann.id, {
    astraId: 'transfer-2',
    status: 'failed',
    amountCents: 5n,
    failureReason: 'R01',
    startedAt: new Date('2025-01-01T08:00:00Z'),
  });
  expect(await linesOf(ann.id)).toEqual([
    '\uFEFF"Date (UTC)","Direction","Name","Status","Amount","Currency","From","To","Reference","Failure reason","Transfer"\r\n',
    `"2026-01-01T08:00:00.000Z","sent","'=HYPERLINK(""https://example.com"")","processed",12345.67,"USD","Visa ending in 5556",,"AbcD2345",,"transfer-1"\r\n`,
    '"2025-01-01T08:00:00.000Z","sent",,"failed",0.05,"USD",,,,"R01","transfer-2"\r\n',
  ]);
  expect(await linesOf(ann.id, { status: 'failed' })).toHaveLength(2);
});

test('what others sent stands among them in its place, without what is the senders’ own', async () => {
  const [annsId, bensId] = [randomUUID(), randomUUID()];
  const ann = await createConnectedPerson({ astraUserId: annsId });
  const ben = await createConnectedPerson({ astraUserId: bensId, shortName: 'Tenzing N.' });
  const card = await createCard(ann.id);
  const at = (day: number) => ({ startedAt: new Date(Date.UTC(2026, 0, day)) });
  await createTransfer(ann.id, { astraId: 'mine-3', name: 'Rent', ...at(3) });
  const toAnn = { destinationAstraUserId: annsId, destinationAstraId: card.astraId };
  const secret = { name: 'Our secret', clientCorrelationId: 'memo5678' };
  const failed = { status: 'failed', failureReason: 'insufficient_funds' };
  await createTransfer(ben.id, { astraId: 'theirs-2', ...toAnn, ...secret, ...failed, ...at(2) });
  const routineAstraId = randomUUID();
  const made = { routineAstraId, sourceAstraId: 'settlement 1' };
  const order = { recipientId: ann.id, sourceKind: 'payment_instrument', pushCents: 490n } as const;
  await createPayment(ben.id, { ...made, ...order });
  await createTransfer(ben.id, { astraId: 'theirs-4', ...made, ...toAnn, ...at(4) });
  await createTransfer(ann.id, { astraId: 'mine-1', ...at(1) });
  const [, ...lines] = await linesOf(ann.id);
  expect(lines).toEqual([
    '"2026-01-04T00:00:00.000Z","received from Larkspur itself",,"processed",4.90,"USD","Larkspur","Visa ending in 5556",,,"theirs-4"\r\n',
    '"2026-01-03T00:00:00.000Z","sent","Rent","processed",5.00,"USD",,,,,"mine-3"\r\n',
    '"2026-01-02T00:00:00.000Z","received",,"failed",5.00,"USD","Tenzing N.","Visa ending in 5556",,,"theirs-2"\r\n',
    '"2026-01-01T00:00:00.000Z","sent",,"processed",5.00,"USD",,,,,"mine-1"\r\n',
  ]);
  const narrowed = await linesOf(ann.id, { q: 'tenzing' });
  expect(narrowed).toHaveLength(2);
});

test('transfers that began in the same instant are each written once', async () => {
  const { id } = await createPerson();
  await createManyTransfers(id, 1_250);
  const [person] = [await createPerson()];
  const startedAt = new Date('2026-01-01T00:00:00Z');
  for (let count = 0; count < 7; count += 1) await createTransfer(person.id, { startedAt });
  expect(new Set(await linesOf(person.id)).size).toBe(8);
  expect(new Set(await linesOf(id)).size).toBe(1_251);
});

test('50,000 transfers are never in memory together', async () => {
  const { id } = await createPerson();
  await createManyTransfers(id, 50_000);
  const lines = exportTransfers(id, {});
  let count = 0;
  let first = 0;
  let most = 0;
  for await (const _line of lines) {
    count += 1;
    if (count % 5_000 !== 0) continue;
    collectGarbage();
    const { heapUsed } = process.memoryUsage();
    first ||= heapUsed;
    most = Math.max(most, heapUsed);
  }
  expect(count).toBe(50_001);
  // All rows together would take some fifty megabytes.
  expect((most - first) / 1024 ** 2).toBeLessThan(25);
}, 120_000);

test('nobody reads ahead of the client, and nothing more is read once the client hangs up', async () => {
  const { id } = await createPerson();
  await createManyTransfers(id, 2_000);
  const queries = vi.spyOn(pg.Client.prototype, 'query');
  const lines = exportTransfers(id, {});
  const reader = streamLines(lines, new AbortController().signal).getReader();
  for (let line = 0; line < 10; line += 1) await reader.read();
  const asked = queries.mock.calls.length;
  await reader.cancel();
  expect(await lines.next()).toEqual({ done: true, value: undefined });
  expect(queries.mock.calls.length).toBe(asked);
  // One batch of transfers and what its ends are called.
  expect(asked).toBeLessThan(8);
  queries.mockRestore();
});

test('a request that is aborted ends its file', async () => {
  const { id } = await createPerson();
  await createManyTransfers(id, 2_000);
  const hangUp = new AbortController();
  const lines = exportTransfers(id, {});
  const reader = streamLines(lines, hangUp.signal).getReader();
  await reader.read();
  hangUp.abort();
  while (!(await reader.read()).done);
  expect(await lines.next()).toEqual({ done: true, value: undefined });
});

test('a file that cannot be read to its end breaks off, and does not look whole', async () => {
  async function* broken() {
    yield 'first\r\n';
    throw new Error('The database is away.');
  }
  const reader = streamLines(broken(), new AbortController().signal).getReader();
  await reader.read();
  await expect(reader.read()).rejects.toThrow('The database is away.');
});
