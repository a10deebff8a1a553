const before = 'payment_instrument:';

/** A settlement account as a form holds it: what it is, and Astra's id. */
export function accountValue(astraId: string): string {
  return `${before}${astraId}`;
}

/** Astra's id out of what a form holds, or null. */
export function readAccountValue(value: string): string | null {
  const id = value.startsWith(before) ? value.slice(before.length) : '';
  return id !== '' && id.length <= 200 ? id : null;
}
