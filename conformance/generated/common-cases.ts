import type { Operation } from '@/lib/astra/contract';
import type { Case } from '../case';
import type { Example } from '../example';
import { accessCases } from './access-cases';
import { bodyCases } from './body-cases';
import { listCases } from './list-cases';
import { successCases } from './success-cases';

/** An endpoint with what its common cases are made of. */
export type Described = { id: string; operation: Operation; example: Example };

/** The cases that follow from an endpoint's description. */
export function commonCases(described: Described): Case[] {
  return [
    ...successCases(described),
    ...accessCases(described),
    ...bodyCases(described),
    ...(described.operation.plural === undefined ? [] : listCases(described)),
  ];
}
