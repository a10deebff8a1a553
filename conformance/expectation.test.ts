import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { complaintsAbout, refuses, refusesField, refusesGrant, succeeds } from './expectation';
import { operationOf } from './operation-id';
import type { Answer } from './wire';

const getUser = operationOf('users.get');

function answer(status: number, body?: unknown, headers: Record<string, string> = {}): Answer {
  const text = body === undefined ? '' : JSON.stringify(body);
  const all = { 'request-id': 'r-1', 'content-type': 'application/json', ...headers };
  return { status, headers: new Headers(all), text, body };
}

const notFound = { code: 404, name: 'Not Found', description: 'No.' };

describe('a success', () => {
  test('with the documented status and shape is fine', () => {
    const body = { id: 'user-1', status: 'approved' };
    expect(complaintsAbout(getUser, answer(200, body), succeeds())).toEqual([]);
  });

  test('needs exactly the documented status', () => {
    const body = { id: 'user-1', status: 'approved' };
    expect(complaintsAbout(getUser, answer(201, body), succeeds())).toEqual([
      'answered 201 and not 200',
    ]);
  });

  test('is complained about by field, and no value is repeated', () => {
    const complaints = complaintsAbout(getUser, answer(200, { id: 7, status: 'secret' }), {
      ...succeeds(z.looseObject({ status: z.literal('approved') })),
    });
    expect(complaints).toHaveLength(2);
    expect(complaints.join()).toMatch(/body\.id.*body\.status/);
    expect(complaints.join()).not.toContain('secret');
  });

  test('has no body where none is documented', () => {
    const deletion = operationOf('cards.delete');
    expect(complaintsAbout(deletion, answer(200), succeeds())).toEqual([]);
    expect(complaintsAbout(deletion, answer(200, {}), succeeds())).toEqual(['has a body']);
  });
});

test('every answer needs a request-id', () => {
  const without = answer(404, notFound, { 'request-id': '' });
  expect(complaintsAbout(getUser, without, refuses(404))).toEqual([
    'has no proper header request-id',
  ]);
});

describe('a refusal', () => {
  test('has one of the documented bodies', () => {
    expect(complaintsAbout(getUser, answer(404, notFound), refuses(404))).toEqual([]);
    expect(complaintsAbout(getUser, answer(404), refuses(404))).toHaveLength(1);
    expect(complaintsAbout(getUser, answer(404, { oops: true }), refuses(404))).not.toEqual([]);
  });

  test('says the same status in its body', () => {
    const body = { ...notFound, code: 400 };
    expect(complaintsAbout(getUser, answer(404, body), refuses(404))).toEqual([
      'has another status in its body',
    ]);
  });

  test('of a field names it, or a field inside it', () => {
    const named = (field: string) =>
      answer(400, { status_code: 400, errors: { [field]: ['Missing.'] } });
    expect(complaintsAbout(getUser, named('phone'), refusesField('phone'))).toEqual([]);
    expect(complaintsAbout(getUser, named('metadata.a b'), refusesField('metadata'))).toEqual([]);
    expect(complaintsAbout(getUser, named('phones'), refusesField('phone'))).toHaveLength(1);
  });

  test('of a grant names the kind', () => {
    const body = (error: string) => answer(400, { error });
    const expected = refusesGrant('invalidGrant');
    expect(complaintsAbout(getUser, body('invalid_grant'), expected)).toEqual([]);
    expect(complaintsAbout(getUser, body('invalid_request'), expected)).toHaveLength(1);
  });

  test('of no documented number is any that is about the request itself', () => {
    const statuses = [400, 403, 404, 409, 422, 200, 401, 405, 500];
    const taken = statuses.filter(
      (status) =>
        complaintsAbout(getUser, answer(status, { ...notFound, code: status }), refuses('refused'))
          .length === 0,
    );
    expect(taken).toEqual([400, 403, 404, 409, 422]);
  });
});
