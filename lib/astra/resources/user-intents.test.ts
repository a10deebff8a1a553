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
});
