/**
 * Rewrites a JSON text the way Python's `json.dumps` prints it by default, which is what Astra signs.
 *
 * Works on the text's tokens and not on parsed values: order and doubled keys stay, and so do the
 * numbers as they are written. JavaScript would turn Astra's `1234.0` into `1234`, and the signature
 * would no longer match.
 *
 * @returns null when the text is not JSON.
 */
export function asPythonPrints(text: string): string | null {
  if (!isJson(text)) return null;
  return text.replace(tokens, (token) => {
    if (token.startsWith('"')) return printString(token);
    if (token === ',') return ', ';
    if (token === ':') return ': ';
    return token.trim();
  });
}

/** A string, a separator, or blanks. All else in a valid text stays as it is. */
const tokens = /"(?:[^"\\]|\\.)*"|[,:]|[ \t\r\n]+/g;

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** Without the `u` flag, so that a character beyond U+FFFF becomes two escapes, as in Python. */
const escaped = /["\\]|[^ -~]/g;

function printString(token: string): string {
  const value: unknown = JSON.parse(token);
  const print = (unit: string) =>
    shortEscapes[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `"${String(value).replace(escaped, print)}"`;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
