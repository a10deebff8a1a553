import type { IncomingHttpHeaders } from 'node:http';

const blackedOut = '[redacted]';

const secretNames = new Set([
  'access_token',
  'refresh_token',
  'code',
  'authorization_code',
  'token',
  'session_token',
  'client_secret',
  'ssn',
  'date_of_birth',
  'card_security_code',
  'password',
]);

/** Numbers whose ends people recognise them by. */
const numberNames = new Set(['card_number', 'account_number']);

/** A JSON or form text without its secrets. Any other text is shown shortened. */
export function redactText(text: string): string {
  if (text === '') return '';
  try {
    return JSON.stringify(redactValue(JSON.parse(text)));
  } catch {
    if (!/^[^\s=&]+=[^\s]*$/.test(text)) return `[${text.length} characters that are not JSON]`;
    const fields = new URLSearchParams(text);
    return [...fields].map(([name, value]) => `${name}=${redactField(name, value)}`).join('&');
  }
}

/** A path as far as it may be seen: the id of a flow opens its pages, so most of it is cut. */
export function redactPath(path: string): string {
  return path.replace(/^(\/flow\/.{4})[^/]*/, '$1…');
}

/** A query as far as it may be seen. */
export function redactQuery(query: URLSearchParams): string {
  const fields = [...query].map(([name, value]) => {
    // In a body `state` is a part of an address; in a query it is the partner's secret.
    return `${name}=${name === 'state' ? blackedOut : redactField(name, value)}`;
  });
  return fields.join('&');
}

/** The headers that help to understand a request; credentials keep their kind only. */
export function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const name of ['authorization', 'content-type', 'accept', 'user-agent', 'idempotency-key']) {
    const value = headers[name];
    if (typeof value !== 'string') continue;
    shown[name] = name === 'authorization' ? `${value.split(' ')[0]} ${blackedOut}` : value;
  }
  return shown;
}

function redactValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(redactValue);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [name, redactMember(name, item)]);
  return Object.fromEntries(entries);
}

function redactMember(name: string, value: unknown): unknown {
  if (typeof value === 'string') return redactField(name, value);
  if (typeof value !== 'number') return redactValue(value);
  // Astra's errors carry their status as a number named `code`.
  return name === 'code' || redactField(name, `${value}`) === `${value}` ? value : blackedOut;
}

function redactField(name: string, value: string): string {
  if (secretNames.has(name)) return blackedOut;
  if (!numberNames.has(name)) return value;
  return value.length < 13 ? blackedOut : `${value.slice(0, 6)}…${value.slice(-4)}`;
}
