import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';

/** What our client may say of itself. Anything else is answered as Plaid answers strangers. */
export const plaidKeys = { clientId: 'plaid-client', secret: 'canary-plaid-secret' } as const;

export type PlaidAccount = { id: string; name: string; mask: string; subtype: string };

/** What comes instead of the next answer and its effect; `silence` is nothing at all. */
type Instead = 'silence' | { status: number; body: unknown };

type Link = { sessions: object[]; isForgotten: boolean };

const request = z.looseObject({
  link_token: z.string().optional(),
  public_token: z.string().optional(),
  access_token: z.string().optional(),
  account_id: z.string().optional(),
  hosted_link: z.looseObject({ completion_redirect_uri: z.string() }).optional(),
});
type Asked = z.output<typeof request>;

/**
 * Answers as Plaid does, in the shapes of its reference with all the fields that we do not read,
 * for as much as linking by its hosted page needs. What people do on that page is done by methods.
 */
export async function startPlaidServer() {
  const links = new Map<string, Link>();
  const publicTokens = new Map<string, PlaidAccount[]>();
  const items = new Map<string, PlaidAccount[]>();
  const instead = new Map<string, Instead>();
  const seen: { path: string; body: Asked }[] = [];

  const answers: Record<string, (asked: Asked) => { status: number; body: object }> = {
    '/link/token/create': () => {
      const token = `link-sandbox-${randomUUID()}`;
      links.set(token, { sessions: [], isForgotten: false });
      const url = `https://secure.plaid.test/hl/${randomUUID()}`;
      return ok({
        link_token: token,
        expiration: '2026-11-21T10:00:00Z',
        hosted_link_url: url,
      });
    },
    '/link/token/get': ({ link_token: token = '' }) => {
      const link = links.get(token);
      if (!link || link.isForgotten) {
        return plaidError(400, 'INVALID_INPUT', 'INVALID_LINK_TOKEN');
      }
      return ok({
        link_token: token,
        created_at: '2026-11-21T09:30:00Z',
        expiration: '2026-11-21T10:00:00Z',
        link_sessions: link.sessions,
        metadata: {
          initial_products: ['auth'],
          webhook: null,
          country_codes: ['US'],
          language: 'en',
          redirect_uri: null,
          client_name: 'Larkspur',
        },
      });
    },
    '/item/public_token/exchange': ({ public_token: token = '' }) => {
      const accounts = publicTokens.get(token);
      publicTokens.delete(token);
      if (!accounts) return plaidError(400, 'INVALID_INPUT', 'INVALID_PUBLIC_TOKEN');
      const accessToken = `access-sandbox-${randomUUID()}`;
      items.set(accessToken, accounts);
      return ok({ access_token: accessToken, item_id: randomUUID() });
    },
    '/processor/token/create': ({ access_token: token = '', account_id: id }) => {
      const account = items.get(token)?.find((one) => one.id === id);
      if (!account) return plaidError(400, 'INVALID_INPUT', 'INVALID_ACCESS_TOKEN');
      return ok({ processor_token: `processor-sandbox-${randomUUID()}` });
    },
  };

  const server = createServer((asked, response) => {
    answer(asked, response).catch(() => response.destroy());
  });

  async function answer(asked: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of asked) chunks.push(Buffer.from(chunk));
    const path = asked.url ?? '';
    const body = request.parse(JSON.parse(Buffer.concat(chunks).toString()));
    seen.push({ path, body });
    const other = instead.get(path);
    instead.delete(path);
    if (other === 'silence') return;
    const isOurs =
      asked.headers['plaid-client-id'] === plaidKeys.clientId &&
      asked.headers['plaid-secret'] === plaidKeys.secret;
    const { status, body: said } = other ?? answerOf(path, body, isOurs);
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof said === 'string' ? said : JSON.stringify(said));
  }

  function answerOf(path: string, body: Asked, isOurs: boolean) {
    if (!isOurs) return plaidError(400, 'INVALID_INPUT', 'INVALID_API_KEYS');
    return answers[path]?.(body) ?? plaidError(404, 'INVALID_REQUEST', 'NOT_FOUND');
  }

  const add = (token: string, session: object) => void links.get(token)?.sessions.push(session);

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;

  return {
    url: `http://127.0.0.1:${port}`,
    seen: (path: string) => seen.filter((call) => call.path === path).map(({ body }) => body),
    /** The link token that was made last. */
    newest: () => [...links.keys()].at(-1) ?? '',
    /** Answers the next call of a path in another way. */
    answerOnce: (path: string, other: Instead) => void instead.set(path, other),
    /** The person opens the page, and does nothing there yet. */
    open: (token: string) => add(token, newSession({})),
    /** The person leaves the page. */
    leave: (token: string) => add(token, newSession({ exit: userExit(), finished_at: now })),
    /** The person shares accounts. @returns the public token. */
    share(token: string, accounts: PlaidAccount[]): string {
      const publicToken = `public-sandbox-${randomUUID()}`;
      publicTokens.set(publicToken, accounts);
      add(token, newSession({ finished_at: now, results: addResults(publicToken, accounts) }));
      return publicToken;
    },
    /** The link was opened too late, or too long ago. */
    forget(token: string): void {
      links.set(token, { sessions: [], isForgotten: true });
    },
    /** A public token was used already, or is too old. */
    forgetToken: (publicToken: string) => void publicTokens.delete(publicToken),
    close(): Promise<void> {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

const now = '2026-11-21T09:40:00Z';

function ok(fields: object) {
  return { status: 200, body: { ...fields, request_id: 'Wvhy9PZHQLV8njG', new_field: { of: 1 } } };
}

/** An error of Plaid's, with its words for developers, which nobody here reads. */
export function plaidError(status: number, type: string, code: string) {
  const body = {
    display_message: null,
    documentation_url: 'https://plaid.com/docs/errors/',
    error_code: code,
    error_message: 'canary: words of Plaid',
    error_type: type,
    request_id: 'HNTDNrA8F1shFEW',
    suggested_action: null,
  };
  return { status, body };
}

function newSession(fields: object) {
  return {
    link_session_id: randomUUID(),
    started_at: '2026-11-21T09:31:00Z',
    finished_at: null,
    events: [{ event_id: randomUUID(), event_name: 'TRANSITION_VIEW', timestamp: now }],
    exit: null,
    results: null,
    ...fields,
  };
}

function userExit() {
  const metadata = {
    institution: null,
    status: 'institution_not_found',
    request_id: 'm8MDnv9okwx',
  };
  return { error: null, metadata };
}

function addResults(publicToken: string, accounts: PlaidAccount[]) {
  const added = {
    public_token: publicToken,
    accounts: accounts.map((account) => ({
      ...account,
      type: 'depository',
      class_type: null,
      verification_status: null,
    })),
    institution: { name: 'First Platypus Bank', institution_id: 'ins_109508' },
  };
  return {
    item_add_results: [added],
    cra_item_add_results: [],
    bank_income_results: [],
    payroll_income_results: [],
    document_income_results: null,
  };
}
