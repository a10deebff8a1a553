import { describe, expect, expectTypeOf, test } from 'vitest';
import { answeringClient, bearer, sent } from '../testing/answering-client';
import { accessToken } from '../testing/test-client';
import type { AstraCard } from './cards';

describe('cards', () => {
  test('are created on the secure host and nowhere else', async () => {
    const scripted = answeringClient(200, { id: 'card', created: '2026-01-02T03:04:05.678901' });
    const card = {
      card_number: '4000056655665556',
      card_security_code: '123',
      expiration_date: '12/30',
      first_name: 'Edmund',
      last_name: 'Hillary',
      street_line_1: '123 Astra Ave',
      city: 'Palo Alto',
      state: 'CA',
      zip_code: '94304',
      added_by_user: true,
    };
    const created = await scripted.astra.cards.create({ accessToken, card });
    expect(created.created).toEqual(new Date('2026-01-02T03:04:05.678Z'));
    expect(sent(scripted)).toMatchObject({
      call: 'POST https://secure.example.com/v1/cards',
      authorization: bearer,
    });
  });

  test('without a readable date have none', async () => {
    for (const created of [undefined, null, 'yesterday']) {
      const card = await answeringClient(200, { id: 'c', created }).astra.cards.get({
        accessToken,
        id: 'c',
      });
      expect(card.created).toBeNull();
    }
    expectTypeOf<AstraCard['created']>().toEqualTypeOf<Date | null>();
  });
});
