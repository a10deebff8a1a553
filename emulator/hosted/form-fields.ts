import { type Markup, markup } from '../server/markup';
import type { FormFields } from '../server/messages';
import { type FieldOptions, field } from './fields';
import type { ScreenErrors } from './screen';

/** One field of a longer form: how it looks, and what is wrong with what was typed. */
export type FormField = Omit<FieldOptions, 'value' | 'error' | 'focus' | 'optional'> & {
  /** Required unless this says otherwise. */
  readonly optional?: boolean;
  /** Half as wide: two in a row share it. */
  readonly half?: true;
  /** Never sent back to the browser. */
  readonly secret?: true;
  /** What a person should correct, in words. Only asked about what is not empty. */
  readonly check?: (value: string, today: string) => string | undefined;
  /** What an empty one is told. */
  readonly missing?: string;
};

export type FormValues = Readonly<Record<string, string>>;

/** What was typed into these fields. */
export function readFields(fields: readonly FormField[], form: FormFields): FormValues {
  return Object.fromEntries(fields.map(({ name }) => [name, form.text(name)]));
}

/** What is wrong, by field. */
export function checkFields(
  fields: readonly FormField[],
  values: FormValues,
  today: string,
): ScreenErrors {
  const errors: Record<string, string> = {};
  for (const { name, label, optional, missing, check } of fields) {
    const value = values[name] ?? '';
    const text =
      value === ''
        ? !optional && (missing ?? `Enter the ${label.toLowerCase()}.`)
        : check?.(value, today);
    if (text) errors[name] = text;
  }
  return errors;
}

/** What may be kept of a refused form. */
export function withoutSecrets(fields: readonly FormField[], values: FormValues): FormValues {
  const shown = fields.filter(({ secret }) => !secret);
  return Object.fromEntries(shown.map(({ name }) => [name, values[name] ?? '']));
}

/** The fields with what was typed and what is wrong; the page opens on `focus`. */
export function showFields(
  fields: readonly FormField[],
  { values, errors, focus }: { values: FormValues; errors: ScreenErrors; focus: string },
): Markup {
  const shown = fields.map((one) => {
    const { half: _half, secret: _secret, check: _check, missing: _missing, ...options } = one;
    const { name } = options;
    const value = one.secret ? '' : (values[name] ?? '');
    return field({ ...options, value, error: errors[name], focus: focus === name });
  });
  const rows: Markup[] = [];
  for (let place = 0; place < fields.length; place += 1) {
    const isPair = fields[place]?.half && fields[place + 1]?.half;
    rows.push(
      isPair
        ? markup`<div class="pair">${shown[place]}${shown[place + 1]}</div>`
        : markup`${shown[place]}`,
    );
    if (isPair) place += 1;
  }
  return markup`${rows}`;
}

/** The same fields under names that begin with `prefix`, for another person on the same page. */
export function prefixed(prefix: string, fields: readonly FormField[]): readonly FormField[] {
  return fields.map((one) => ({ ...one, name: `${prefix}${one.name}` }));
}
