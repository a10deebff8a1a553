import { type Operation, operations } from '@/lib/astra/contract';

type Tables = typeof operations;

export type Resource = keyof Tables;

/** The endpoints of a resource by name: `create`, `list`. */
export type OperationName<Of extends Resource> = Extract<keyof Tables[Of], string>;

/** An endpoint, `cards.create`. */
export type OperationId = { [Of in Resource]: `${Of}.${OperationName<Of>}` }[Resource];

/** Every endpoint of the contract by its id, in the contract's order. */
export const operationsById: ReadonlyMap<string, Operation> = new Map(
  Object.entries<Readonly<Record<string, Operation>>>(operations).flatMap(([resource, table]) =>
    Object.entries(table).map(([name, operation]) => [`${resource}.${name}`, operation] as const),
  ),
);

/** @throws Error for an id that the contract does not know. */
export function operationOf(id: string): Operation {
  const operation = operationsById.get(id);
  if (!operation) throw new Error(`The contract has no endpoint ${id}.`);
  return operation;
}
