import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import { answerBalance, type BalanceEndpointKeys, cents, verifyBalanceRequest } from '@/lib/astra';

/** Agreed with Astra. Keep it where you keep your other secrets. */
const keys: BalanceEndpointKeys = { basic: { username: 'astra', password: 'a-long-random-one' } };

/** What your ledger says of an account, in cents. */
const balances = new Map([
  ['account-1', { availableCents: cents(120_050), currentCents: cents(125_000) }],
]);

/** Answers Astra's question for the balance of an account that was made by its numbers. */
function answer({ url = '', headers }: IncomingMessage): { status: number; body?: object } {
  const request = {
    accountId: new URL(url, 'http://localhost').searchParams.get('account_id'),
    header: (name: string) => headers[name.toLowerCase()]?.toString(),
  };
  const accountId = verifyBalanceRequest(request, keys);
  if (accountId === null) return { status: 401 };
  const balance = balances.get(accountId);
  return balance ? { status: 200, body: answerBalance(balance) } : { status: 404 };
}

const server = createServer((request, response) => {
  const { status, body } = answer(request);
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(body && JSON.stringify(body));
});

/** Asks as Astra does, and as somebody else might. */
async function main(): Promise<void> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const url = `http://127.0.0.1:${port}/balance?account_id=account-1`;

  const authorization = `Basic ${Buffer.from('astra:a-long-random-one').toString('base64')}`;
  const right = await fetch(url, { headers: { authorization } });
  console.log(right.status, await right.json());
  const wrong = await fetch(url);
  console.log(wrong.status, await wrong.text());
  server.close();
}

await main();
