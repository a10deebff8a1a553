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
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[,:]|[ \t\r\n]+/g;

/** What is printed as it stands: most strings, so most need nothing else. */
const plainString = /^"[ !#-[\]-~]*"$/;

/** What JavaScript leaves as it is, and Python does not. */
const beyondAscii = /[^ -~]+/g;

const hexOfByte = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function printString(token: string): string {
  if (plainString.test(token)) return token;
  // Quotes, backslashes and control characters are spelt alike in both languages.
  return JSON.stringify(JSON.parse(token)).replace(beyondAscii, escapeAll);
}

/** Unit by unit, so that a character beyond U+FFFF becomes two escapes, as in Python. */
function escapeAll(text: string): string {
  let escaped = '';
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place);
    escaped += `\\u${hexOfByte[unit >> 8]}${hexOfByte[unit & 0xff]}`;
  }
  return escaped;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
