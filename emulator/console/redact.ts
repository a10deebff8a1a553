import type { IncomingHttpHeaders } from 'node:http';
import { passesLuhn } from '../rules/card-numbers';

const blackedOut = '[redacted]';

/** Without their case and their underscores: who misspells a field has sent its value all the same. */
const secretNames = new Set([
  'accesstoken',
  'refreshtoken',
  'code',
  'authorizationcode',
  'token',
  'sessiontoken',
  'processortoken',
  'publictoken',
  'clientsecret',
  'secret',
  'password',
  'ssn',
  'socialsecuritynumber',
  'ein',
  'taxid',
  'dateofbirth',
  'birthdate',
  'dob',
  'cardsecuritycode',
  'securitycode',
  'cvc',
  'cvv',
  'cvv2',
]);

/** Numbers whose ends people recognise them by. */
const cardNames = new Set(['cardnumber', 'pan']);
const accountNames = new Set(['accountnumber', 'bankaccountnumber']);

/** Whether an answer of ours has a field that must be blacked out. */
export function mayHoldSecrets(answer: string): boolean {
  return /"(?:ssn|ein|date_of_birth|card_number|account_number|[a-z_]*token)"/.test(answer);
}

/** A JSON or form text without its secrets. Any other text is shown shortened. */
export function redactText(text: string): string {
  if (text === '') return '';
  try {
    return JSON.stringify(redactMember('', JSON.parse(text)));
  } catch {
    if (!/^[^\s=&]+=[^\s]*$/.test(text)) return `[${text.length} characters that are not JSON]`;
    const fields = new URLSearchParams(text);
    return [...fields].map(([name, value]) => `${name}=${redactField(name, value)}`).join('&');
  }
}

/** A path as far as it may be seen: the id of a flow opens its pages, so most of it is cut. */
export function redactPath(path: string): string {
  return redactDigits(path.replace(/^(\/flow\/.{4})[^/]*/, '$1…'));
}

/** Card numbers and SSNs within any text. A group of a UUID is too long to be the end of a card's. */
export function redactDigits(text: string): string {
  return text
    .replace(/\b\d{3}-\d{2}-\d{4}\b/g, blackedOut)
    .replace(/\b\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{1,7}\b/g, (digits) => redactField('', digits))
    .replace(/\d{13,19}/g, (digits) => redactField('', digits));
}

/** A text without these secrets, wherever they stand in it. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, blackedOut), text);
}

/** A query as far as it may be seen. */
export function redactQuery(query: URLSearchParams): string {
  return redactedFields(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** Path and query as they would be asked for again. */
export function redactTarget(path: string, query: URLSearchParams): string {
  if (query.size === 0) return redactPath(path);
  return `${redactPath(path)}?${new URLSearchParams(redactedFields(query))}`;
}

/** The headers that help to understand a request; credentials keep their kind only. */
export function redactHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const shown: Record<string, string> = {};
  for (const name of ['authorization', 'content-type', 'accept', 'user-agent', 'idempotency-key']) {
    const value = headers[name];
    if (typeof value !== 'string') continue;
    shown[name] = name === 'authorization' ? redactCredentials(value) : redactDigits(value);
  }
  return shown;
}

/** The value of a named field, of any depth, as far as it may be seen. */
export function redactMember(name: string, value: unknown): unknown {
  if (typeof value === 'string') return redactField(name, value);
  if (typeof value === 'number') {
    // Astra's errors carry their status as a number named `code`.
    return name === 'code' || redactField(name, `${value}`) === `${value}` ? value : blackedOut;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (isSecret(name)) return blackedOut;
  // What is in a list goes by the list's name.
  if (Array.isArray(value)) return value.map((item: unknown) => redactMember(name, item));
  const entries = Object.entries(value).map(([key, item]) => [key, redactMember(key, item)]);
  return Object.fromEntries(entries);
}

function redactedFields(query: URLSearchParams): [string, string][] {
  return [...query].map(([name, value]) => {
    // In a body `state` is a part of an address; in a query it is the partner's secret.
    return [name, name === 'state' ? blackedOut : redactField(name, value)];
  });
}

function redactCredentials(value: string): string {
  const kind = /^(basic|bearer) /i.exec(value)?.[1];
  return kind === undefined ? blackedOut : `${kind} ${blackedOut}`;
}

function redactField(name: string, value: string): string {
  if (isSecret(name) || /^\d{3}-\d{2}-\d{4}$/.test(value)) return blackedOut;
  const digits = value.replace(/[ -]/g, '');
  // A card's number is one under any name.
  const isCard = /^\d{13,19}$/.test(digits) && passesLuhn(digits);
  if (cardNames.has(bare(name)) || isCard) {
    return digits.length < 13 ? blackedOut : `${digits.slice(0, 6)}…${digits.slice(-4)}`;
  }
  if (!accountNames.has(bare(name))) return value;
  return digits.length < 8 ? blackedOut : `…${digits.slice(-4)}`;
}

function isSecret(name: string): boolean {
  return secretNames.has(bare(name));
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
