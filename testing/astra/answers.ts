import { randomUUID } from 'node:crypto';
import type { Emulator } from './emulator';

type Fields = { id: string; [field: string]: unknown };

/** A transfer as Astra prints it. */
export function wireTransfer(change: Partial<Fields> = {}): Fields {
  return {
    id: randomUUID(),
    status: 'pending',
    routine_id: randomUUID(),
    routine_name: 'Rent',
    source_id: randomUUID(),
    destination_id: randomUUID(),
    amount: 4.99,
    payment_type: 'debit',
    initiated: '2026-01-01T10:00:00.000001',
    updated: '2026-01-01T10:00:00.000001',
    failure_reason: null,
    ...change,
  };
}

/** A card as Astra prints it. */
export function wireCard(change: Partial<Fields> = {}): Fields {
  return {
    id: randomUUID(),
    status: 'approved',
    card_company: 'Visa',
    card_type: 'debit',
    last_four_digits: '5556',
    expiration_date: '12/40',
    first_name: 'Edmund',
    last_name: 'Hillary',
    pull_enabled: true,
    push_enabled: true,
    removed: false,
    ...change,
  };
}

/** A routine as Astra prints it. */
export function wireRoutine(change: Partial<Fields> = {}): Fields {
  return {
    id: randomUUID(),
    type: 'one-time',
    name: 'Rent',
    payment_type: 'debit',
    source_id: randomUUID(),
    destination_id: randomUUID(),
    amount: 4.99,
    status: 'active',
    created: '2026-01-01T10:00:00.000001+00:00',
    ...change,
  };
}

/** A batch as Astra is assumed to print it. */
export function wireBatch(change: Partial<Fields> = {}): Fields {
  return {
    id: randomUUID(),
    status: 'pending',
    amount: 16.5,
    created: '2026-01-01T10:00:00.000001',
    updated: '2026-01-01T10:00:00.000001',
    ...change,
  };
}

/** Has Astra show this resource the next times that it is asked for it. */
export function answerWith(
  { proxy }: Emulator,
  collection: 'transfers' | 'cards' | 'routines' | 'accounts' | 'batch_transfers',
  body: Fields,
  times = 1,
): void {
  const fault = { kind: 'answer', status: 200, body, workIsDone: false } as const;
  proxy.arm('GET', `/v1/${collection}/${body.id}`, fault, times);
}
