import { type Markup, markup } from '../server/markup';
import type { Request } from '../server/messages';

type Field = {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** Makes it a choice; the empty value is added. */
  readonly options?: readonly (readonly [value: string, label: string])[];
};

/** What to look for, above a list. It is a form of its own, so that a filtered list has an address. */
export function filterForm(path: string, fields: readonly Field[]): Markup {
  const isFiltered = fields.some(({ value }) => value !== '');
  return markup`<form class="filters" method="get" action="${path}" role="search">
${fields.map(
  (field) =>
    markup`<label><span>${field.label}</span>${field.options === undefined ? textInput(field) : choice(field)}</label>`,
)}
<span class="filter-buttons"><button>Filter</button>${isFiltered && markup`<a href="${path}">Clear</a>`}</span>
</form>`;
}

/** The trimmed text of a query field; empty when it was not sent. */
export function queryText({ query }: Request, name: string): string {
  return (query.get(name) ?? '').trim();
}

/** The address of a list with these fields, empty ones left out. */
export function listHref(path: string, fields: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** The way to the older part of a list, and back to its beginning. */
export function pager(
  path: string,
  fields: Readonly<Record<string, string>>,
  place: { readonly before: string; readonly olderThan: string | null },
): Markup | false {
  if (place.before === '' && place.olderThan === null) return false;
  const older = place.olderThan;
  return markup`<p class="pager">${place.before !== '' && markup`<a class="button quiet" href="${listHref(path, fields)}">Newest</a>`}
${older !== null && markup`<a class="button quiet" href="${listHref(path, { ...fields, before: older })}">Older</a>`}</p>`;
}

function textInput({ name, value }: Field): Markup {
  return markup`<input type="search" name="${name}" value="${value}" autocomplete="off" spellcheck="false">`;
}

function choice({ name, value, options = [] }: Field): Markup {
  const all = [['', 'Any'] as const, ...options];
  return markup`<select name="${name}">${all.map(
    ([option, label]) =>
      markup`<option value="${option}"${option === value && markup` selected`}>${label}</option>`,
  )}</select>`;
}
