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
  readonly inputmode?: 'numeric' | 'tel' | 'text';
  readonly maxlength?: number;
  readonly accept?: string;
  readonly readonly?: boolean;
  readonly optional?: boolean;
  /** The field that the page opens on. */
  readonly focus?: boolean;
};

/** One labelled input, with its hint and its error tied to it for screen readers. */
export function field(options: FieldOptions): Markup {
  const { name, error, hint } = options;
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return markup`<div class="field">
<label for="${name}">${options.label}${options.optional && markup` <span class="optional">(optional)</span>`}</label>
<input id="${name}" name="${name}" type="${options.type ?? 'text'}" value="${options.value ?? ''}"${[
    attribute('autocomplete', options.autocomplete),
    attribute('inputmode', options.inputmode),
    attribute('maxlength', options.maxlength),
    attribute('accept', options.accept),
    attribute('aria-describedby', describedBy || undefined),
    error !== undefined && markup` aria-invalid="true"`,
    options.readonly && markup` readonly`,
    options.optional !== true && markup` required`,
    options.focus && markup` data-focus`,
  ]}>
${hint && markup`<p class="hint" id="${name}-hint">${hint}</p>`}
${error && markup`<p class="error" id="${name}-error">${error}</p>`}
</div>`;
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
