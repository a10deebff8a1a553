import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { storeStatement } from './store-statement';

/** The statement for a transfer with so many of everything that there may be several of. */
function statement(count: number, eventIds?: string[]) {
  const many = Array.from({ length: count }, () => randomUUID());
  const columns = { status: 'processed', ...(count > 0 && { amountCents: 100n, name: 'Rent' }) };
  const [userId, astraId] = [randomUUID(), randomUUID()];
  const seen = { userId, astraId, columns, barredFrom: many, references: many, wasTold: true };
  return storeStatement(seen, eventIds).sql;
}

test('whatever is seen, connections keep one text of the statement, and one of that which ends events', () => {
  expect(statement(0)).toBe(statement(3));
  const ids = [randomUUID(), randomUUID()];
  expect(statement(0, ids.slice(1))).toBe(statement(3, ids));
});
