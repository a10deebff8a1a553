import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { syncAccounts } from '@/lib/accounts/sync-accounts';
import { lookAtCard } from '@/lib/cards/look-at-card';
import { db } from '@/lib/db/prisma';
import { createAccount } from '@/testing/astra/accounts';
import { useEmulator } from '@/testing/astra/emulator';
import {
  addCardAtAstra,
  askEmulator,
  connectionOf,
  createAstraPerson,
} from '@/testing/astra/person';
import { everyText } from '@/testing/every-text';
import { forgetJobs, jobs, makeJobsDue, runJobs } from '@/testing/jobs';
import { entryReport, finishAccountEntry, finishCardEntry } from './finish-entry';
import { lendForEntry } from './lend-for-entry';

process.env['DIRECT_ENTRY'] = 'secure-host';
const emulator = await useEmulator();

const cardNumber = '5108050000007075';
const report = (fields: Record<string, unknown>) => entryReport.parse(fields);
const cardsOf = (userId: string) => db().card.findMany({ where: { userId } });
const accountsOf = (userId: string) => db().account.findMany({ where: { userId } });
const isLentTokenGood = (accessToken: string) =>
  askEmulator(`${emulator.api}/v1/user`, `Bearer ${accessToken}`).then(
    () => true,
    () => false,
  );

async function addAccountAtAstra(accessToken: string, accountNumber: string): Promise<string> {
  const answer = await askEmulator(
    `${emulator.secure}/v1/accounts/create`,
    `Bearer ${accessToken}`,
    {
      institution_id: process.env['ASTRA_INSTITUTION_ID'],
      name: 'Everyday',
      bank_account_type: 'checking',
      account_number: accountNumber,
      routing_number: '222222226',
    },
  );
  return z.looseObject({ id: z.string() }).parse(answer).id;
}

test('a card that a browser added is fetched from Astra and stored, and the token is dead', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'cards');
  const id = await addCardAtAstra(emulator, `Bearer ${accessToken}`, cardNumber);
  const end = await finishCardEntry(user.id, report({ loan, outcome: 'created', id }));
  expect(end).toBe('stored');
  const [card] = await cardsOf(user.id);
  expect(card).toMatchObject({ astraId: id, lastFour: '7075', status: 'approved' });
  expect(await isLentTokenGood(accessToken)).toBe(false);
  expect(await everyText()).not.toContain(cardNumber);
  await forgetJobs();
});

test('an account that a browser added is stored as one that came by its numbers', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'accounts');
  const id = await addAccountAtAstra(accessToken, '00918273645');
  const end = await finishAccountEntry(user.id, report({ loan, outcome: 'created', id }));
  expect(end).toBe('stored');
  const [account] = await accountsOf(user.id);
  expect(account).toMatchObject({ astraId: id, mask: '3645', origin: 'numbers' });
  expect(await isLentTokenGood(accessToken)).toBe(false);
  expect(await everyText()).not.toContain('918273645');
  await forgetJobs();
});

test('an account that a bank tells about does not become one by numbers, whatever a browser says', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const answer = await askEmulator(`${emulator.api}/v1/accounts/processor_token`, bearer, {
    processor_token: 'processor-sandbox-1',
  });
  const { id } = z.looseObject({ id: z.string() }).parse(answer);
  const { loan } = await lendForEntry(user.id, 'accounts');
  await finishAccountEntry(user.id, report({ loan, outcome: 'created', id }));
  expect(await accountsOf(user.id)).toMatchObject([{ astraId: id, origin: 'astra_pages' }]);
  await forgetJobs();
});

test('a card that was removed while its report was held up stays removed', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const id = await addCardAtAstra(emulator, bearer, cardNumber);
  const path = `/v1/cards/${id}`;
  const gate = emulator.proxy.arm('GET', path, { kind: 'hold', workIsDone: true });
  const { loan } = await lendForEntry(user.id, 'cards');
  const end = finishCardEntry(user.id, report({ loan, outcome: 'created', id }));
  await gate.reached;
  const headers = { authorization: bearer };
  await fetch(`${emulator.api}${path}`, { method: 'DELETE', headers });
  await db().$transaction(await lookAtCard(user.id, id));
  gate.release();
  await end;
  expect(await cardsOf(user.id)).toMatchObject([{ astraId: id, status: 'removed' }]);
  await forgetJobs();
});

test('an account that was known before does not become one by numbers, whatever a browser says', async () => {
  const { user, bearer } = await createAstraPerson(emulator);
  const id = await addAccountAtAstra(bearer.slice('Bearer '.length), '00918273646');
  await createAccount(user.id, { astraId: id, currentBalanceCents: null, origin: 'bank_link' });
  const { loan } = await lendForEntry(user.id, 'accounts');
  await finishAccountEntry(user.id, report({ loan, outcome: 'created', id }));
  expect(await accountsOf(user.id)).toMatchObject([{ astraId: id, origin: 'bank_link' }]);
  await forgetJobs();
});

test.each([
  ['the answer was lost', true],
  ['the browser never came back', false],
])('an account is stored as one that came by its numbers though %s', async (_what, comesBack) => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'accounts');
  const id = await addAccountAtAstra(accessToken, comesBack ? '00918273647' : '00918273648');
  if (comesBack) await finishAccountEntry(user.id, report({ loan, outcome: 'unknown' }));
  await makeJobsDue();
  await runJobs();
  expect(await accountsOf(user.id)).toMatchObject([{ astraId: id, origin: 'numbers' }]);
  await forgetJobs();
});

test('a loan for a card makes no account one by numbers', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'cards');
  const id = await addAccountAtAstra(accessToken, '00918273649');
  const said = report({ loan, outcome: 'created', id });
  await expect(finishAccountEntry(user.id, said)).rejects.toThrow('This form is over.');
  await syncAccounts(user.id);
  expect(await accountsOf(user.id)).toMatchObject([{ astraId: id, origin: 'astra_pages' }]);
  await forgetJobs();
});

test('a card of somebody else, or of nobody, is not stored; our own list is looked at', async () => {
  const [mine, theirs] = [
    await createAstraPerson(emulator),
    await createAstraPerson(emulator, { cards: [cardNumber] }),
  ];
  for (const id of [theirs.cards[0]?.astraId, randomUUID(), '', '..', '../user']) {
    const { loan } = await lendForEntry(mine.user.id, 'cards');
    const end = await finishCardEntry(mine.user.id, report({ loan, outcome: 'created', id }));
    expect(end).toBe('checking');
  }
  expect(await cardsOf(mine.user.id)).toEqual([]);
  expect(await cardsOf(theirs.user.id)).toHaveLength(1);
  await forgetJobs();
});

test('after an unknown outcome the list is read at once and again past the lag of lists', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'accounts');
  expect(await finishAccountEntry(user.id, report({ loan, outcome: 'unknown' }))).toBe('checking');
  expect(await jobs('sync_accounts')).toHaveLength(2);
  expect(await isLentTokenGood(accessToken)).toBe(false);
  await forgetJobs();
});

test('after a refusal nothing is read, and the token is dead', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'cards');
  expect(await finishCardEntry(user.id, report({ loan, outcome: 'refused' }))).toBe('refused');
  expect(await jobs('sync_cards')).toEqual([]);
  expect(await isLentTokenGood(accessToken)).toBe(false);
  await forgetJobs();
});

test('a silent Astra neither loses the card nor the recall', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'cards');
  const id = await addCardAtAstra(emulator, `Bearer ${accessToken}`, cardNumber);
  emulator.proxy.arm('GET', /\/v1\/cards\//, { kind: 'lose_request' }, 9);
  emulator.proxy.arm('POST', '/v1/oauth/token', { kind: 'lose_request' }, 9);
  const end = await finishCardEntry(user.id, report({ loan, outcome: 'created', id }));
  expect(end).toBe('checking');
  expect(await jobs('sync_cards')).toHaveLength(2);
  expect(await jobs('recall_access_token')).toHaveLength(1);
  expect((await connectionOf(user.id)).tokenVersion).toBe(0);
  await forgetJobs();
});

test('what our database does not take is looked for in the list, and the token is dead', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'cards');
  const id = await addCardAtAstra(emulator, `Bearer ${accessToken}`, cardNumber);
  await db().$executeRaw`ALTER TABLE cards ADD CONSTRAINT broken CHECK (false) NOT VALID`;
  const end = await finishCardEntry(user.id, report({ loan, outcome: 'created', id }));
  await db().$executeRaw`ALTER TABLE cards DROP CONSTRAINT broken`;
  expect(end).toBe('checking');
  expect(await jobs('sync_cards')).toHaveLength(2);
  expect(await isLentTokenGood(accessToken)).toBe(false);
  await runJobs();
  expect(await cardsOf(user.id)).toMatchObject([{ astraId: id }]);
  await forgetJobs();
});

test('after a browser that never came back, the list is read once the loan is over', async () => {
  const { user } = await createAstraPerson(emulator);
  const { accessToken, loan } = await lendForEntry(user.id, 'cards');
  const id = await addCardAtAstra(emulator, `Bearer ${accessToken}`, cardNumber);
  await makeJobsDue();
  await runJobs();
  expect(await cardsOf(user.id)).toMatchObject([{ astraId: id }]);
  expect(await isLentTokenGood(accessToken)).toBe(false);
  const late = finishCardEntry(user.id, report({ loan, outcome: 'created', id }));
  await expect(late).rejects.toThrow('This form is over.');
  await forgetJobs();
});

test('without a loan nothing is finished, read or recalled', async () => {
  const { user } = await createAstraPerson(emulator);
  const { loan } = await lendForEntry(user.id, 'accounts');
  const mine = report({ loan, outcome: 'unknown' });
  expect(await finishAccountEntry(user.id, mine)).toBe('checking');
  await forgetJobs();
  const asked = emulator.proxy.seen().length;
  for (const one of [mine, report({ loan: 'invented', outcome: 'unknown' })]) {
    await expect(finishAccountEntry(user.id, one)).rejects.toThrow('This form is over.');
  }
  expect(await jobs()).toEqual([]);
  expect(emulator.proxy.seen()).toHaveLength(asked);
});

test.each([
  [{ outcome: 'created', loan: '' }],
  [{ outcome: 'stored', loan: 'x' }],
  [{ outcome: 'created', loan: 'x', id: 'x'.repeat(201) }],
])('%j is no report', (fields) => {
  expect(entryReport.safeParse(fields).success).toBe(false);
});

test('a request id comes into the log only in the form that Astra gives it', () => {
  const idOf = (requestId: string) =>
    report({ outcome: 'refused', loan: 'x', requestId }).requestId;
  const given = randomUUID();
  expect(idOf(given)).toBe(given);
  for (const other of ['4000056655665556', '4000 0566\n', `${given}4000056655665556`, '']) {
    expect(idOf(other)).toBe('');
  }
});
