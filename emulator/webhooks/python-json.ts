/**
 * A number that Python holds as a float. JavaScript cannot tell `1234.0` from `1234`, and Python
 * prints them differently, so whoever means a float says so.
 */
export class PythonFloat {
  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }
}

export type PythonValue =
  | null
  | boolean
  | string
  | number
  | PythonFloat
  | readonly PythonValue[]
  | { readonly [key: string]: PythonValue };

/**
 * What Python's `json.dumps` prints with its default options, character for character. Astra signs
 * this text, so a space or an escape more would be another signature.
 *
 * Whole numbers print as Python integers, others as floats; see `PythonFloat` for a whole float.
 */
export function pythonJson(value: PythonValue): string {
  if (value === null) return 'null';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return quote(value);
  if (value instanceof PythonFloat) return floatText(value.value);
  if (typeof value === 'number') {
    return Number.isInteger(value) ? BigInt(value).toString() : floatText(value);
  }
  if (Array.isArray(value)) return `[${value.map(pythonJson).join(', ')}]`;
  const members = Object.entries(value).map(([key, item]) => `${quote(key)}: ${pythonJson(item)}`);
  return `{${members.join(', ')}}`;
}

const shortEscapes: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
};

/** Everything outside printable ASCII becomes an escape, astral characters one per surrogate. */
function quote(text: string): string {
  const escaped = text.replace(/[^ !#-[\]-~]/gu, (character) => {
    const short = shortEscapes[character];
    if (short !== undefined) return short;
    let units = '';
    for (let place = 0; place < character.length; place += 1) {
      units += `\\u${character.charCodeAt(place).toString(16).padStart(4, '0')}`;
    }
    return units;
  });
  return `"${escaped}"`;
}

/** Python's `repr`: the shortest digits that mean this number, scientific below 1e-4 and from 1e16. */
function floatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  const [mantissa = '0', power = '0'] = Math.abs(value).toExponential().split('e');
  const digits = mantissa.replace('.', '');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    const fraction = digits.length > 1 ? `.${digits.slice(1)}` : '';
    const size = String(Math.abs(exponent)).padStart(2, '0');
    return `${sign}${digits[0]}${fraction}e${exponent < 0 ? '-' : '+'}${size}`;
  }
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${sign}${whole}.${digits.slice(exponent + 1) || '0'}`;
}
