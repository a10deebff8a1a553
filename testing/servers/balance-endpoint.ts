import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { answerBalanceRequest } from '@/lib/accounts/answer-balance-request';
import { withinRequest } from '../requests/next-request';

/** Our balance endpoint on an address of its own, for an emulator to ask. */
export async function startBalanceEndpoint() {
  /** What each question was answered with, in turn. */
  const outcomes: string[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const accountId = new URL(request.url ?? '', 'http://localhost').searchParams.get('account_id');
    const header = (name: string) => request.headers[name]?.toString();
    const { result } = await withinRequest({ headers: { 'x-forwarded-for': '127.0.0.1' } }, () =>
      answerBalanceRequest({ accountId, header }, 20_000),
    );
    outcomes.push(result.outcome);
    response.writeHead(result.outcome === 'balance' ? 200 : 400);
    response.end(JSON.stringify('body' in result ? result.body : {}));
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    outcomes,
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
