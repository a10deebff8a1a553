import { expect, test } from 'vitest';
import { route } from './route';

const request = new Request('http://localhost/api/x?code=canary');

test('what a route answers is passed on', async () => {
  const handle = route('x', async () => new Response('fine', { status: 201 }));
  expect((await handle(request, {})).status).toBe(201);
});

test.each([
  ['later', async () => Promise.reject(new Error('canary'))],
  [
    'at once',
    () => {
      throw new Error('canary');
    },
  ],
])('an error thrown %s becomes a bare 500 with a reference', async (_when, handler) => {
  const answer = await route('x', handler)(request, {});
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({
    error: 'internal_error',
    reference: expect.stringMatching(/^[0-9a-f]{8}$/),
  });
});
