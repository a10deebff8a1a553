import { describe, expect, expectTypeOf, test } from 'vitest';
import { answeringClient, basic, bearer, sent } from '../testing/answering-client';
import { accessToken, errorOf } from '../testing/test-client';
import type { AstraCard } from './cards';

const aCard = {
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

describe('cards', () => {
  test('are created on the secure host and nowhere else', async () => {
    const scripted = answeringClient(200, { id: 'card', created: '2026-01-02T03:04:05.678901' });
    const created = await scripted.astra.cards.create({ accessToken, card: aCard });
    expect(created.created).toEqual(new Date('2026-01-02T03:04:05.678Z'));
    expect(sent(scripted)).toMatchObject({
      call: 'POST https://secure.example.com/v1/cards',
      authorization: bearer,
    });
    expect(JSON.parse(sent(scripted).body)).toEqual(aCard);
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

  test('without a postal code, or with a number that is none, are not created', async () => {
    const scripted = answeringClient(200, { id: 'card' });
    for (const change of [
      { card_number: '4000-0566-5566-5556' },
      { card_security_code: '12' },
      { expiration_date: '13/30' },
      { expiration_date: '2030-12' },
      { zip_code: '9430' },
      { street_line_1: '' },
      { state: 'Ca' },
    ]) {
      const call = scripted.astra.cards.create({ accessToken, card: { ...aCard, ...change } });
      const [field = ''] = Object.keys(change);
      expect(await errorOf(call)).toMatchObject({ fieldErrors: { [field]: [expect.any(String)] } });
    }
    expect(scripted.calls).toHaveLength(0);
  });

  test('are removed without an answer, and may still be in use', async () => {
    const scripted = answeringClient(200, null);
    expect(await scripted.astra.cards.delete({ accessToken, id: 'c' })).toBeUndefined();
    expect(sent(scripted)).toEqual({
      call: 'DELETE https://api.example.com/v1/cards/c',
      authorization: bearer,
      type: null,
      body: '',
    });
    const { astra } = answeringClient(409, { description: 'In use.' });
    expect(await errorOf(astra.cards.delete({ accessToken, id: 'c' }))).toMatchObject({
      kind: 'conflict',
    });
  });

  test('are assessed with codes that are not judged here', async () => {
    const wire = { card_id: 'c', recommendation: 'review', risk_level: 'huge', reasons: ['C1020'] };
    const scripted = answeringClient(200, wire);
    expect(await scripted.astra.cards.authDetails({ accessToken, id: 'c' })).toEqual(wire);
    expect(sent(scripted)).toMatchObject({
      call: 'GET https://api.example.com/v1/cards/c/auth_details',
      authorization: bearer,
    });
  });
});

describe('the first digits of a card', () => {
  test.each(['400000', '40000566'])('are looked up by the partner (%s)', async (digits) => {
    const wire = { bin: digits, card_brand: 'VISA', card_type: 'debit' };
    const scripted = answeringClient(200, wire);
    expect(await scripted.astra.cards.getBin(digits)).toEqual(wire);
    expect(sent(scripted)).toMatchObject({
      call: `GET https://api.example.com/v1/bins/${digits}`,
      authorization: basic,
    });
  });

  test.each(['4000056655665556', '40000', '4000 00', ''])(
    'are not a whole number, which no address may hold (%j)',
    async (digits) => {
      const scripted = answeringClient(200, { bin: '400000' });
      expect(await errorOf(scripted.astra.cards.getBin(digits))).toMatchObject({
        kind: 'invalid_request',
        fieldErrors: { bin: [expect.any(String)] },
        message: expect.not.stringContaining('400005'),
      });
      expect(scripted.calls).toHaveLength(0);
    },
  );
});
