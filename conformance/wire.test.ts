import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { operationOf } from './operation-id';
import { SkipCase } from './skip-case';
import type { Target } from './targets/target';
import { send } from './wire';

/** A target that answers with these statuses in turn, the last one for ever. */
async function targetAnswering(...statuses: number[]) {
  const asked: string[] = [];
  const server = createServer(({ method = '' }, response) => {
    const status = statuses[Math.min(asked.push(method), statuses.length) - 1] ?? 500;
    response.writeHead(status, { 'retry-after': '0' }).end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const target: Target = {
    name: 'sandbox',
    urls: { api: url, secure: url, app: url },
    clientId: 'id',
    clientSecret: 'secret',
    redirectUri: 'http://localhost:3000/callback',
    institutionId: null,
    readSmsCode: null,
    readWebhook: null,
    accessToken: null,
    patienceMs: 1,
    stop: async () => undefined,
  };
  return { target, asked };
}

test('a payment that is answered 429 is not made again', async () => {
  const { target, asked } = await targetAnswering(429, 201);
  const payment = send(target, operationOf('routines.create'), { accessToken: 'token', json: {} });
  await expect(payment).rejects.toThrow(SkipCase);
  expect(asked).toEqual(['POST']);
});

test('what reads asks again when it is told to slow down, and gives up in the end', async () => {
  const busy = await targetAnswering(429, 429, 200);
  const answer = await send(busy.target, operationOf('cards.list'), { accessToken: 'token' });
  expect(answer.status).toBe(200);
  const { target, asked } = await targetAnswering(429);
  await expect(send(target, operationOf('cards.list'), {})).rejects.toThrow(SkipCase);
  expect(asked).toEqual(['GET', 'GET', 'GET', 'GET']);
});

test('a request without credentials can do nothing, and may be repeated', async () => {
  const { target, asked } = await targetAnswering(429, 401);
  const request = { authorization: null, json: {} };
  expect((await send(target, operationOf('routines.create'), request)).status).toBe(401);
  expect(asked).toHaveLength(2);
});
