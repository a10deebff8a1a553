import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { brand } from '@/lib/brand';
import type { Payment, Transfer } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { createPayment } from '@/testing/rows/payments';
import { createCard, createConnectedPerson, createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import type { TransferFilter } from '../list/transfer-filter';
import { findReceived } from './find-received';
import { listReceived, listReceivedPage } from './list-received';

async function createReceiver() {
  const astraUserId = randomUUID();
  const user = await createConnectedPerson({ astraUserId });
  return { id: user.id, astraUserId, card: await createCard(user.id, { lastFour: '1111' }) };
}

type Receiver = Awaited<ReturnType<typeof createReceiver>>;

/** What tells of the sender, and is theirs alone. */
const secrets = ['Our secret', 'memo5678', '9999', 'insufficient_funds'];

/** Somebody sends $5 to this person; $4.90 of it arrive. */
async function send(
  receiver: Receiver,
  change: { transfer?: Partial<Transfer>; payment?: Partial<Payment>; shortName?: string } = {},
): Promise<Transfer> {
  const sender = await createConnectedPerson({ shortName: change.shortName ?? 'Tenzing N.' });
  const source = await createCard(sender.id, { lastFour: '9999' });
  const ends = {
    routineAstraId: randomUUID(),
    sourceAstraId: source.astraId,
    destinationAstraId: receiver.card.astraId,
    destinationAstraUserId: receiver.astraUserId,
    name: 'Our secret',
    clientCorrelationId: 'memo5678',
  };
  await createPayment(sender.id, {
    ...ends,
    recipientId: receiver.id,
    sourceLabel: 'Visa ending in 9999',
    pushCents: 490n,
    ...change.payment,
  });
  return createTransfer(sender.id, { ...ends, ...change.transfer });
}

const inText = (value: unknown) =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'bigint' ? held.toString() : held,
  );

test('people see what others sent them: what arrives, when, on what, and from whom in short', async () => {
  const receiver = await createReceiver();
  const sent = await send(receiver, { transfer: { failureReason: 'insufficient_funds' } });
  await send(await createReceiver());
  const shown = {
    direction: 'received',
    id: sent.id,
    astraId: sent.astraId,
    sender: { kind: 'person', name: 'Tenzing N.' },
    to: 'Visa ending in 1111',
    amountCents: 490n,
    status: 'processed',
    history: [{ status: 'processed', seenAt: expect.any(Date) }],
    startedAt: sent.startedAt,
    estimatedClearing: null,
  };
  const page = await listReceivedPage(receiver.id, {}, 1);
  expect(page).toEqual({ items: [shown], page: 1, pages: 1, total: 1 });
  expect(await listReceived(receiver.id, 5)).toEqual([shown]);
  expect(await findReceived(receiver.id, sent.id)).toEqual(shown);
  for (const secret of secrets) expect(inText(page)).not.toContain(secret);
});

test('what was never confirmed here is shown as Astra has it', async () => {
  const receiver = await createReceiver();
  const strange = { routineAstraId: null, destinationAstraId: 'gone' };
  const { id } = await send(receiver, { transfer: strange });
  expect(await findReceived(receiver.id, id)).toMatchObject({ to: null, amountCents: 500n });
});

test.each([
  ['was changed after it was confirmed', 100n],
  ['Astra capped', 250n],
])('of an amount that %s, people receive what moves', async (_why, amountCents) => {
  const receiver = await createReceiver();
  const { id } = await send(receiver, { transfer: { amountCents } });
  expect(await findReceived(receiver.id, id)).toMatchObject({ amountCents });
});

test('only who receives it finds it, and not who sent it', async () => {
  const receiver = await createReceiver();
  const { id, userId } = await send(receiver);
  for (const other of [userId, (await createReceiver()).id, (await createPerson()).id]) {
    expect(await findReceived(other, id)).toBeNull();
    expect(await listReceived(other, 5)).toEqual([]);
  }
  for (const odd of ['', 'x', "' OR true", '\0']) {
    expect(await findReceived(receiver.id, odd)).toBeNull();
  }
  const own = await createTransfer(receiver.id, { destinationAstraUserId: receiver.astraUserId });
  expect(await findReceived(receiver.id, own.id)).toBeNull();
});

test('money of the program is told by where it came from, and no name makes a person the program', async () => {
  const receiver = await createReceiver();
  const program = await send(receiver, { payment: { sourceKind: 'payment_instrument' } });
  expect(await findReceived(receiver.id, program.id)).toMatchObject({
    sender: { kind: 'program' },
  });
  const person = await send(receiver, {
    shortName: brand.name,
    payment: { sourceLabel: 'payment_instrument', operatorId: randomUUID() },
  });
  expect(await findReceived(receiver.id, person.id)).toMatchObject({
    sender: { kind: 'person', name: brand.name },
  });
});

test("a program's payment does not mark what somebody else made of its routine", async () => {
  const receiver = await createReceiver();
  const { routineAstraId } = await send(receiver, {
    payment: { sourceKind: 'payment_instrument' },
  });
  const { id } = await send(receiver, { transfer: { routineAstraId } });
  expect(await findReceived(receiver.id, id)).toMatchObject({ sender: { kind: 'person' } });
});

const ann = await createReceiver();
const account = await createAccount(ann.id, { mask: '4321', removedAt: new Date() });
const at = (time: string) => ({ startedAt: new Date(time) });
await send(ann, { shortName: 'Early B.', transfer: at('2026-01-01T07:59:59Z') });
await send(ann, {
  shortName: 'Slow P.',
  transfer: { status: 'pending', ...at('2026-01-01T08:00:00Z') },
});
const returned = await send(ann, {
  shortName: 'Back R.',
  transfer: { status: 'failed', ...at('2026-02-01T08:00:00Z') },
});
await db().transferStatusChange.create({ data: { transferId: returned.id, status: 'processed' } });
const disputed = await send(ann, {
  shortName: 'Quarrel D.',
  transfer: { destinationAstraId: account.astraId, ...at('2026-03-01T08:00:00Z') },
});
await db().chargeback.create({ data: { id: `C-${disputed.id}`, transferId: disputed.id } });
await send(ann, {
  shortName: 'Business U.',
  payment: { sourceKind: 'payment_instrument', sourceAstraId: 'settlement 1' },
  transfer: { sourceAstraId: 'settlement 1', ...at('2026-04-01T08:00:00Z') },
});

test.each<[string, TransferFilter, string[]]>([
  ['nothing asked for', {}, ['program', 'Quarrel D.', 'Back R.', 'Slow P.', 'Early B.']],
  ['those on their way', { status: 'pending' }, ['Slow P.']],
  ['those that came back', { status: 'returned' }, ['Back R.']],
  ['disputes, which are their senders’ own', { status: 'disputed' }, []],
  ['a card of one’s own that sends', { source: ann.card.astraId }, []],
  ['a routine, which is the sender’s own', { routine: 'routine 1' }, []],
  ['a winter day of the Pacific', { from: '2026-01-01', to: '2026-01-01' }, ['Slow P.']],
  ['a part of the sender’s short name, in any case', { q: 'quarREL' }, ['Quarrel D.']],
  ['what it came to', { q: '4321' }, ['Quarrel D.']],
  ['the program', { q: brand.name.toUpperCase() }, ['program']],
  ['who stands for the program', { q: 'business' }, []],
  ['the sender’s own name for it', { q: 'secret' }, []],
  ['the sender’s own card', { q: '9999' }, []],
  ['the reference on the sender’s statement', { q: 'memo' }, []],
  ['a percent sign, which means itself', { q: '%' }, []],
])('received money narrowed to %s', async (_what, filter, expected) => {
  const { items } = await listReceivedPage(ann.id, filter, 1);
  const names = items.map(({ sender }) => (sender.kind === 'program' ? 'program' : sender.name));
  expect(names).toEqual(expected);
});
