import { AstraError, AstraRateLimitError } from '@/lib/astra';
import type { Case } from '../case';
import { exchange } from '../case';
import { succeeds } from '../expectation';
import { SkipCase } from '../skip-case';
import type { Described } from './common-cases';

/** That the endpoint does what it is for, seen from the wire and from our client. */
export function successCases({ id, operation, example }: Described): Case[] {
  const { sandbox } = example;
  return [
    exchange({
      operation: id,
      name: `answers ${operation.status} as documented`,
      sandbox,
      arrange: (stage) => example.prepare(stage),
      request: ({ request }) => request,
      expect: succeeds(example.answer),
    }),
    {
      operation: id,
      name: 'is understood by the client',
      ...(sandbox && { sandbox }),
      play: async (stage) => {
        const { viaClient } = await example.prepare(stage);
        try {
          await viaClient();
          return [];
        } catch (error) {
          if (error instanceof AstraRateLimitError) throw new SkipCase('the client met 429');
          // The client's errors hold no secrets and no identity data; others might.
          if (error instanceof AstraError) return [`${error.name}: ${error.message}`];
          throw error;
        }
      },
    },
  ];
}
