import { describe, expect, test } from 'vitest';
import { answeringClient, basic, sent } from '../testing/answering-client';
import { errorOf } from '../testing/test-client';
import { requestIdOf } from '../transport';
import type { CreateUserIntent } from './user-intents';

describe('user intents', () => {
  const input: CreateUserIntent = {
    first_name: 'Edmund',
    last_name: 'Hillary',
    phone: '+15557771234',
    email: 'edmund@example.com',
    address1: '123 Astra Ave',
    address2: '',
    city: 'Palo Alto',
    state: 'CA',
    postal_code: '94304',
    ip_address: '192.0.2.0',
  };

  test('are created as JSON and answer with an id', async () => {
    const scripted = answeringClient(201, { id: 'intent' });
    expect(await scripted.astra.userIntents.create(input)).toEqual({ id: 'intent' });
    const { body, ...rest } = sent(scripted);
    expect(rest).toEqual({
      call: 'POST https://api.example.com/v1/user_intent',
      authorization: basic,
      type: 'application/json',
    });
    expect(JSON.parse(body)).toEqual(input);
  });

  test('that break a documented rule are not sent', async () => {
    const scripted = answeringClient(201, { id: 'intent' });
    const bad = { ...input, phone: '5557771234', state: 'California' };
    expect(await errorOf(scripted.astra.userIntents.create(bad))).toMatchObject({
      kind: 'invalid_request',
      status: undefined,
      outcomeUnknown: false,
      fieldErrors: { phone: [expect.any(String)], state: [expect.any(String)] },
    });
    expect(scripted.calls).toHaveLength(0);
  });

  test('are read with whatever Astra adds to them', async () => {
    const wire = { id: 'i', status: 'newly_invented', user_id: null, colour: 'red' };
    const scripted = answeringClient(200, wire);
    const intent = await scripted.astra.userIntents.get('i');
    expect(intent).toEqual(wire);
    expect(requestIdOf(intent)).toBe('req-1');
    expect(sent(scripted).call).toBe('GET https://api.example.com/v1/user_intent/i');
  });

  test.each([
    ['verified', '1985-02-03', undefined],
    ['unverified', '1985-02-03', undefined],
    ['receive-only', undefined, undefined],
    [undefined, undefined, undefined],
  ] as const)('of the kind %s may be of somebody born %s, SSN %s', async (kyc_type, born, ssn) => {
    const scripted = answeringClient(201, { id: 'intent' });
    await scripted.astra.userIntents.create({ ...input, kyc_type, date_of_birth: born, ssn });
    expect(scripted.calls).toHaveLength(1);
  });

  test.each(['verified', 'unverified'] as const)(
    'of the kind %s need a birth date',
    async (kyc_type) => {
      const scripted = answeringClient(201, { id: 'intent' });
      const error = await errorOf(scripted.astra.userIntents.create({ ...input, kyc_type }));
      expect(error).toMatchObject({ fieldErrors: { date_of_birth: [expect.any(String)] } });
      expect(scripted.calls).toHaveLength(0);
    },
  );

  test.each([
    ['date_of_birth', { date_of_birth: '1985-13-03' }],
    ['date_of_birth', { date_of_birth: '3.2.1985' }],
    ['ssn', { ssn: '12345' }],
    ['ssn', { ssn: '123-45-6789' }],
    ['address2', { address2: JSON.parse('null') }],
    ['ip_address', { ip_address: 'localhost' }],
    ['email', { email: 'edmund' }],
    ['postal_code', { postal_code: '94304-1234' }],
    ['metadata.(another name)', { metadata: { 'a key': 'x' } }],
    ['metadata.k', { metadata: { k: '' } }],
    ['metadata.k', { metadata: { k: 'x'.repeat(257) } }],
    [
      'metadata',
      { metadata: Object.fromEntries(Array.from({ length: 26 }, (_, n) => [`k${n}`, 'x'])) },
    ],
  ])('with a wrong %s are not sent: %j', async (field, change) => {
    const scripted = answeringClient(201, { id: 'intent' });
    const error = await errorOf(scripted.astra.userIntents.create({ ...input, ...change }));
    expect(error).toMatchObject({ fieldErrors: { [field]: [expect.any(String)] } });
    expect(scripted.calls).toHaveLength(0);
  });

  test('that Astra screened and refused say so', async () => {
    const body = { code: 403, name: 'Forbidden', description: 'Screened.' };
    const { astra } = answeringClient(403, body);
    expect(await errorOf(astra.userIntents.create(input))).toMatchObject({
      kind: 'permission',
      description: 'Screened.',
      outcomeUnknown: false,
    });
  });
});
