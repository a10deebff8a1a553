import { inspect } from 'node:util';

/**
 * Keeps fields out of `console.log` and debuggers, where secrets spread by accident. They are there
 * for whoever reads them by name.
 */
export function hideWhenPrinted<Value extends object>(
  value: Value,
  ...fields: (keyof Value & string)[]
): Value {
  const shown = { ...value, ...Object.fromEntries(fields.map((field) => [field, '[hidden]'])) };
  return Object.defineProperty(value, inspect.custom, { value: () => shown, enumerable: false });
}
