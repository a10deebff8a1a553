import { consoleTime } from '../../clock/format';
import { formatDollars } from '../../rules/money';
import { type Markup, markup } from '../../server/markup';
import type { Row } from '../../state/collection';
import { redactMember } from '../redact';

/** A link to an object of the console. */
export type ObjectLink = { readonly href: string; readonly title: string };

/**
 * A row's fields by name and value, as far as they may be shown. What a field is follows from its
 * name (`…Cents`, `…Ms`), and an id that `find` knows becomes a link, so a new field needs no work.
 */
export function factsOf(
  row: Row,
  skip: readonly string[],
  find: (id: string) => ObjectLink | undefined,
): (readonly [name: string, value: Markup | string])[] {
  const fields = Object.entries(row).filter(
    ([name]) => name !== 'id' && name !== 'history' && !skip.includes(name),
  );
  const given = fields.filter(([, value]) => !isEmpty(value));
  const empty = fields.filter(([, value]) => isEmpty(value)).map(([name]) => labelOf(name));
  return [
    ...given.map(([name, value]) => [labelOf(name), valueOf(name, value, find)] as const),
    ...(empty.length === 0 ? [] : [['Not set', empty.join(', ')] as const]),
  ];
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** `destinationUserId` is `Destination user`. */
function labelOf(name: string): string {
  const words = name
    .replace(/(Ms|Cents|Id)$/, '')
    .replace(/[A-Z0-9]+/g, (letters) => ` ${letters.toLowerCase()}`)
    .replace(/\bky([cb])\b/, (word) => word.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueOf(
  name: string,
  value: unknown,
  find: (id: string) => ObjectLink | undefined,
): Markup | string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number' && name.endsWith('Cents')) return dollars(value);
  if (typeof value === 'number' && name.endsWith('Ms')) return consoleTime(value);
  const shown = redactMember(snakeCase(name), value);
  if (typeof shown === 'number') return `${shown}`;
  if (typeof shown !== 'string') {
    return markup`<pre class="inline">${JSON.stringify(shown, null, 2)}</pre>`;
  }
  const link = find(shown);
  if (link !== undefined) return markup`<a href="${link.href}">${link.title}</a>`;
  return /^[\w-]{20,}$/.test(shown) ? markup`<code>${shown}</code>` : shown;
}

/** An amount that may be below zero, as balances may. */
export function dollars(cents: number | null): string {
  if (cents === null) return 'No amount';
  return cents < 0 ? `−${formatDollars(-cents)}` : formatDollars(cents);
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
