import { beforeEach, expect, test } from 'vitest';
import { syncAccounts } from '@/lib/accounts/sync-accounts';
import { syncCards } from '@/lib/cards/sync-cards';
import { db } from '@/lib/db/prisma';
import { syncResource } from '@/lib/webhooks/sync/sync-resource';
import { answerWith, wireCard, wireTransfer } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createAstraPerson } from '@/testing/astra/person';
import { forgetJobs, jobs } from '@/testing/jobs';

const emulator = await useEmulator();
beforeEach(forgetJobs);

/** What a list of Astra's shows from here on. */
function show(list: 'cards' | 'accounts', items: readonly object[]): void {
  const body = { [list]: items, count: items.length, more: false };
  emulator.proxy.arm('GET', `/v1/${list}`, {
    kind: 'answer',
    status: 200,
    body,
    workIsDone: false,
  });
}

/** Texts that PostgreSQL refuses, or that would fill it. */
const odd = ['\0', 'Ann\0', '\ud83d', 'x'.repeat(1_000_000)];

test('odd texts of one card cost nobody their list, and are no change when they come again', async () => {
  const { user } = await createAstraPerson(emulator);
  const cards = odd.map((text) =>
    wireCard({ first_name: text, status: text, card_company: text, review_reasons: [text] }),
  );
  const named = wireCard({ id: 'id\0', last_four_digits: '5108050000007075' });
  const list = [wireCard(), ...cards, named];
  show('cards', list);
  await syncCards(user.id);
  const stored = await db().card.findMany({ where: { userId: user.id } });
  expect(stored).toHaveLength(list.length);
  for (const { holderName, status } of stored) {
    expect(holderName?.length ?? 0).toBeLessThanOrEqual(401);
    expect(status.length).toBeLessThanOrEqual(200);
  }
  expect(stored.map(({ lastFour }) => lastFour)).toContain('7075');
  show('cards', list);
  await syncCards(user.id);
  expect(await jobs()).toEqual([]);
});

test('odd texts of one account cost nobody their list, and a whole number is not kept', async () => {
  const { user } = await createAstraPerson(emulator);
  const accounts = odd.map((text, index) => ({
    id: `account-${user.id}-${index}`,
    name: text,
    nickname: text,
    institution_name: text,
    connection_status: text,
    mask: `00012345678${index}`,
  }));
  show('accounts', accounts);
  await syncAccounts(user.id);
  const stored = await db().account.findMany({
    where: { userId: user.id },
    orderBy: { mask: 'asc' },
  });
  expect(stored.map(({ mask }) => mask)).toEqual(['6780', '6781', '6782', '6783']);
  expect(JSON.stringify(stored, (_, value) => (typeof value === 'bigint' ? 0 : value))).not.toMatch(
    /x{300}/,
  );
});

test('a transfer whose reason for failing holds a NUL is stored without it', async () => {
  const { astraUserId } = await createAstraPerson(emulator);
  const wire = wireTransfer({ status: 'failed', failure_reason: 'R\u000001', routine_name: '\0' });
  answerWith(emulator, 'transfers', wire);
  await syncResource({ resource: 'transfer', resourceId: wire.id, astraUserId }, false);
  expect(await db().transfer.findUniqueOrThrow({ where: { astraId: wire.id } })).toMatchObject({
    name: null,
    failureReason: 'R 01',
  });
});
