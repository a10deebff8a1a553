import { type Markup, markup } from '../server/markup';

export type FieldOptions = {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  /** What is wrong with what was typed. */
  readonly error?: string | undefined;
  readonly hint?: string;
  readonly type?: 'text' | 'tel' | 'date' | 'file' | 'password';
  readonly autocomplete?: string;
  readonly inputmode?: 'numeric' | 'tel' | 'text' | 'email' | 'url' | 'decimal';
  readonly maxlength?: number;
  readonly accept?: string;
  readonly readonly?: boolean;
  readonly optional?: boolean;
  /** A list to choose from in place of a field to type in: values and their words. */
  readonly options?: readonly (readonly [value: string, label: string])[];
  /** The field that the page opens on. */
  readonly focus?: boolean;
};

/** One labelled input, with its hint and its error tied to it for screen readers. */
export function field(options: FieldOptions): Markup {
  const { name, error, hint } = options;
  return markup`<div class="field">
<label for="${name}">${options.label}${options.optional && markup` <span class="optional">(optional)</span>`}</label>
${control(options)}
${hint && markup`<p class="hint" id="${name}-hint">${hint}</p>`}
${error && markup`<p class="error" id="${name}-error">${error}</p>`}
</div>`;
}

function control(options: FieldOptions): Markup {
  const { name, error, hint, value } = options;
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  const attributes = [
    attribute('autocomplete', options.autocomplete),
    attribute('inputmode', options.inputmode),
    attribute('maxlength', options.maxlength),
    attribute('accept', options.accept),
    attribute('aria-describedby', describedBy || undefined),
    error !== undefined && markup` aria-invalid="true"`,
    options.readonly && markup` readonly`,
    options.optional !== true && markup` required`,
    options.focus && markup` data-focus`,
  ];
  if (options.options === undefined) {
    return markup`<input id="${name}" name="${name}" type="${options.type ?? 'text'}" value="${value ?? ''}"${attributes}>`;
  }
  const choices = [['', 'Choose one'], ...options.options].map(
    ([one, label]) =>
      markup`<option value="${one}"${one === value && markup` selected`}>${label}</option>`,
  );
  return markup`<select id="${name}" name="${name}"${attributes}>${choices}</select>`;
}

/** The name of the first field with an error, else `fallback`: where the page should open. */
export function focusedField(
  errors: Readonly<Record<string, string>>,
  order: readonly string[],
  fallback: string,
): string {
  return order.find((name) => errors[name] !== undefined) ?? fallback;
}

function attribute(name: string, value: string | number | undefined): Markup {
  return markup`${value !== undefined && markup` ${name}="${value}"`}`;
}
