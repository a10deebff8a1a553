import { inspect } from 'node:util';

/**
 * Keeps fields out of `console.log` and `JSON.stringify`, through which secrets reach logs by
 * accident. They are there for whoever reads them by name, and that is how to store or to send them:
 * JSON of the whole object says `[hidden]`.
 *
 * A help against accidents and no more: a copy (`{...pair}`), a printer told to ignore such wishes
 * (`customInspect: false`) and anything else that goes through the fields shows them.
 */
export function hideWhenPrinted<Value extends object>(
  value: Value,
  ...fields: (keyof Value & string)[]
): Value {
  const shown = { ...value, ...Object.fromEntries(fields.map((field) => [field, '[hidden]'])) };
  const show = { value: () => shown, enumerable: false };
  return Object.defineProperties(value, { [inspect.custom]: show, toJSON: show });
}
