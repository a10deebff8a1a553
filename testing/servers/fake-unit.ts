import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Emulator } from '../astra/emulator';
import { addCardAtAstra } from '../astra/person';

/** A card as Unit prints it, with the number that Unit keeps to itself. */
type UnitCardRow = {
  id: string;
  type: string;
  customerId: string;
  number: string;
  expirationDate: string;
  status: string;
  fullName?: { first: string; last: string };
};

const enableBody = z.strictObject({
  data: z.strictObject({
    type: z.literal('astra'),
    attributes: z.strictObject({ token: z.string() }),
  }),
});

export const unitToken = 'unit-org-token-canary';
type Answer = { status: number; body: unknown };

/**
 * Unit's API, as far as the app uses it, in the documented shape. Like Unit, it gives a card to
 * Astra by itself, with the person's access token that it was sent.
 */
export async function startFakeUnit(emulator: Emulator) {
  const cards: UnitCardRow[] = [];
  let disobedient = false;
  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request) text += String(chunk);
    const { status, body } = await answer(request, text);
    response.writeHead(status, { 'content-type': 'application/vnd.api+json; charset=utf-8' });
    response.end(JSON.stringify(body));
  }

  async function answer({ method, url = '', headers }: IncomingMessage, text: string) {
    if (headers.authorization !== `Bearer ${unitToken}`) return refusal(401, 'unauthorized');
    if (headers['content-type'] !== 'application/vnd.api+json') return refusal(415, 'media_type');
    const { pathname, searchParams } = new URL(url, 'http://unit.example');
    if (method === 'GET' && pathname === '/cards') return list(searchParams);
    const [, id] = /^\/cards\/([^/]+)\/enableCardToCardPayment$/.exec(pathname) ?? [];
    if (method === 'PATCH' && id) return enable(decodeURIComponent(id), JSON.parse(text));
    return refusal(404, 'not_found');
  }

  function list(query: URLSearchParams): Answer {
    const customerId = query.get('filter[customerId]');
    const offset = Number(query.get('page[offset]'));
    const own = cards.filter((card) => disobedient || card.customerId === customerId);
    const data = own.slice(offset, offset + Number(query.get('page[limit]'))).map(printCard);
    return { status: 200, body: { data } };
  }

  async function enable(id: string, body: unknown): Promise<Answer> {
    const card = cards.find((one) => one.id === id);
    if (!card) return refusal(404, 'not_found');
    const { token } = enableBody.parse(body).data.attributes;
    const astraCardId = await addCardAtAstra(
      emulator,
      `Bearer ${token}`,
      card.number,
      expiry(card),
    );
    return { status: 200, body: { data: { type: 'astra', id, attributes: { astraCardId } } } };
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    issue: (card: UnitCardRow): void => void cards.push(card),
    /** From here on every customer's cards are listed for everybody. */
    forgetFilters(): void {
      disobedient = true;
    },
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

/** `2039-11` as Astra wants it. */
function expiry({ expirationDate }: UnitCardRow): string {
  return `${expirationDate.slice(5)}/${expirationDate.slice(2, 4)}`;
}

function printCard({
  id,
  type,
  customerId,
  number,
  expirationDate,
  status,
  fullName,
}: UnitCardRow) {
  return {
    id,
    type,
    attributes: {
      createdAt: '2026-01-01T10:00:00.000Z',
      bin: number.slice(0, 9),
      last4Digits: number.slice(-4),
      expirationDate,
      status,
      ...(fullName && { fullName }),
    },
    relationships: {
      account: { data: { type: 'depositAccount', id: '555' } },
      customer: { data: { type: 'customer', id: customerId } },
    },
  };
}

function refusal(status: number, code: string): Answer {
  const detail = 'A text that may repeat what was sent: canary-detail';
  return { status, body: { errors: [{ title: 'Error', status: `${status}`, code, detail }] } };
}
