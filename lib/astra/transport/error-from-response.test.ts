import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AstraAuthenticationError,
  AstraConflictError,
  AstraError,
  AstraInvalidRequestError,
  AstraNotFoundError,
  AstraPermissionError,
  AstraRateLimitError,
  AstraServerError,
  AstraUnexpectedResponseError,
} from '../errors';
import { accessToken, aRoutine, errorOf, jsonAnswer, scriptedClient } from '../testing/test-client';

const errorAfter = (status: number, body: unknown, headers: Record<string, string> = {}) => {
  const { astra } = scriptedClient([jsonAnswer(status, body, headers)]);
  return errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
};

describe('an error of Astra’s', () => {
  test.each([
    [400, AstraInvalidRequestError],
    [401, AstraAuthenticationError],
    [403, AstraPermissionError],
    [404, AstraNotFoundError],
    [405, AstraInvalidRequestError],
    [406, AstraInvalidRequestError],
    [409, AstraConflictError],
    [410, AstraNotFoundError],
    [418, AstraUnexpectedResponseError],
    [422, AstraInvalidRequestError],
    [429, AstraRateLimitError],
    [500, AstraServerError],
    [503, AstraServerError],
    [304, AstraUnexpectedResponseError],
  ])('%d has its own class', async (status, kind) => {
    // A Response that a test makes itself may not have a body with 304.
    const { astra } = scriptedClient([() => new Response(null, { status })]);
    const error = await errorOf(astra.routines.create({ accessToken, routine: aRoutine }));
    expect(error).toBeInstanceOf(kind);
    expect(error.name).toBe(kind.name);
    expect(error.stack).toMatch(new RegExp(`^${kind.name}: `));
  });

  test('in the general form tells Astra’s description', async () => {
    const body = { code: 403, name: 'Forbidden', description: 'Screened and refused.' };
    const error = await errorAfter(403, body, { 'request-id': 'req-1' });
    expect(error).toMatchObject({
      description: 'Screened and refused.',
      requestId: 'req-1',
      status: 403,
      method: 'POST',
      pathTemplate: '/v1/routines',
      code: undefined,
    });
    expect(error.message).toBe('POST /v1/routines: Astra answered 403 (Screened and refused.).');
  });

  test('about fields tells them by name', async () => {
    const errors = {
      amount: ['Must be positive.', 'Must be small.'],
      name: 'Missing.',
      odd: [7, {}],
    };
    const error = await errorAfter(400, { status_code: 400, errors });
    expect(error).toBeInstanceOf(AstraInvalidRequestError);
    expect(error).toMatchObject({
      fieldErrors: { amount: ['Must be positive.', 'Must be small.'], name: ['Missing.'] },
    });
  });

  test('about tokens tells the OAuth code', async () => {
    const { astra } = scriptedClient([
      jsonAnswer(400, { error: 'invalid_grant', error_description: 'The code has expired.' }),
    ]);
    expect(await errorOf(astra.tokens.exchangeCode({ code: 'abc' }))).toMatchObject({
      kind: 'invalid_request',
      code: 'invalid_grant',
      description: 'The code has expired.',
      outcomeUnknown: false,
    });
  });

  test('about our own credentials is a refusal although it is a 401', async () => {
    const { astra } = scriptedClient([jsonAnswer(401, { error: 'invalid_client' })]);
    expect(await errorOf(astra.tokens.exchangeCode({ code: 'abc' }))).toMatchObject({
      kind: 'authentication',
      code: 'invalid_client',
      outcomeUnknown: false,
    });
  });

  test.each([500, 409, 418])(
    'about our own credentials proves nothing with a %d',
    async (status) => {
      const { astra } = scriptedClient([jsonAnswer(status, { error: 'invalid_client' })]);
      expect(await errorOf(astra.tokens.exchangeCode({ code: 'abc' }))).toMatchObject({
        code: 'invalid_client',
        outcomeUnknown: true,
      });
    },
  );

  test('about our own credentials proves nothing where none were sent', async () => {
    const error = await errorAfter(401, { error: 'invalid_client' });
    expect(error).toMatchObject({ kind: 'authentication', outcomeUnknown: true });
  });

  test('whose `error` is a sentence has no code', async () => {
    const error = await errorAfter(400, { error: 'Something went wrong' });
    expect(error).toMatchObject({ code: undefined, description: 'Something went wrong' });
  });

  test('with any body and any status is one of ours, and finishes quickly', async () => {
    const status = fc.oneof(fc.integer({ min: 400, max: 599 }), fc.constantFrom(300, 302, 307));
    const field = fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary' }));
    const shaped = fc.record(
      { code: field, description: field, error: field, errors: field, message: field, name: field },
      { requiredKeys: [] },
    );
    const body = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      shaped.map((b) => JSON.stringify(b)),
    );
    await fc.assert(
      fc.asyncProperty(status, body, async (code, text) => {
        const { astra } = scriptedClient([() => new Response(text, { status: code })]);
        const error = await errorOf(astra.userIntents.get('an-intent'));
        expect(error).toBeInstanceOf(AstraError);
        expect(error.message.length).toBeLessThan(1200);
        expect(() => JSON.stringify(error)).not.toThrow();
      }),
    );
  });

  test('of a hostile size is cut', async () => {
    const error = await errorAfter(400, { description: '1 '.repeat(1_000_000) });
    expect(error.description?.length).toBeLessThan(600);
  });

  test('cannot break a log line or hide text in a terminal', async () => {
    const error = await errorAfter(400, { description: 'one\r\ntwo\u001b[31m\u202ethree' });
    expect(error.description).toBe('one two [31m three');
  });
});
