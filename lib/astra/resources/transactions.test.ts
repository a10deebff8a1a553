import { describe, expect, test } from 'vitest';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf, jsonAnswer, scriptedClient } from '../testing/test-client';

const days = { date_start: '2026-02-01', date_end: '2026-02-28' };

describe('transactions', () => {
  test('are listed between two days, with their sign', async () => {
    const scripted = answeringClient(200, {
      cursor: null,
      more: false,
      transactions: [{ id: 't', amount: -4.99, date: '2026-02-03', pending: false }],
    });
    const list = scripted.astra.transactions.list({ accessToken, ...days, account_id: 'a&b' });
    expect((await list.firstPage()).items).toEqual([
      { id: 't', amount_cents: -499, date: '2026-02-03', pending: false },
    ]);
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/transactions?date_start=2026-02-01&date_end=2026-02-28&account_id=a%26b',
      authorization: bearer,
    });
  });

  test('go on from page to page between the same days', async () => {
    const scripted = scriptedClient([
      jsonAnswer(200, { transactions: [{ id: 'a' }], cursor: 'x', more: true }),
      jsonAnswer(200, { transactions: [{ id: 'b' }], cursor: 'y', more: false }),
    ]);
    const ids: string[] = [];
    for await (const { id } of scripted.astra.transactions.list({ accessToken, ...days })) {
      ids.push(id);
    }
    expect(ids).toEqual(['a', 'b']);
    expect(new URL(scripted.calls[1]?.url ?? '').search).toBe(
      '?date_start=2026-02-01&date_end=2026-02-28&cursor=x',
    );
  });

  test.each([
    ['date_start', { date_start: '2026-02-32' }],
    ['date_end', { date_end: 'today' }],
    ['account_id', { account_id: '' }],
  ])('are not listed by a wrong %s', async (field, change) => {
    const scripted = answeringClient(200, { transactions: [] });
    const list = scripted.astra.transactions.list({ accessToken, ...days, ...change });
    expect(await errorOf(list.firstPage())).toMatchObject({
      fieldErrors: { [field]: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });
});
