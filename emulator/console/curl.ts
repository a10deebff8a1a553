import { signatureHeader } from '../contract';
import type { LoggedRequest } from './request-log';

/** Stand for the credentials, under the names that `emulator env` gives them where it does. */
const credentials: Readonly<Record<string, string>> = {
  basic: '-u "$ASTRA_CLIENT_ID:$ASTRA_CLIENT_SECRET"',
  bearer: '-H "Authorization: Bearer $ACCESS_TOKEN"',
};

/**
 * A logged request as a command for a shell. Credentials are variables, and what was blacked out in
 * the log has to be filled in by hand.
 */
export function curlOf(row: LoggedRequest, baseUrl: string): string {
  const { authorization, ...headers } = row.headers;
  const kind = (authorization ?? '').split(' ')[0]?.toLowerCase() ?? '';
  const isForm = (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  return joined([
    `curl${row.method === 'GET' ? '' : ` -X ${row.method}`} ${quoted(safeUrl(baseUrl + row.target))}`,
    credentials[kind],
    ...(['content-type', 'accept', 'idempotency-key'] as const).map((name) =>
      headers[name] === undefined || headers[name] === '*/*' || (isForm && name === 'content-type')
        ? undefined
        : `-H ${quoted(`${name}: ${headers[name]}`)}`,
    ),
    ...dataOf(row.requestBody, isForm),
  ]);
}

/** A webhook as a command for a shell: the exact bytes and their signature. */
export function webhookCurl(url: string, body: string, signature: string): string {
  return joined([
    `curl -X POST ${url === '' ? '"$WEBHOOK_URL"' : quoted(url)}`,
    `-H ${quoted('content-type: application/json')}`,
    `-H ${quoted(`${signatureHeader}: ${signature}`)}`,
    `--data-binary ${quoted(body)}`,
  ]);
}

function dataOf(body: string, isForm: boolean): string[] {
  if (body === '') return [];
  if (/^\[\d+ characters /.test(body)) return ['--data-binary @FILE'];
  if (!isForm) return [`--data-binary ${quoted(body)}`];
  return body.split(/&(?=[^&=]+=)/).map((field) => `--data-urlencode ${quoted(field)}`);
}

/** Brackets and braces are patterns to curl. */
function safeUrl(url: string): string {
  return url.replace(/[[\]{}]/g, (sign) => encodeURIComponent(sign));
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(' \\\n  ');
}
