import { z } from 'zod';
import { rule } from '../case';
import { example } from '../example';
import { succeeds } from '../expectation';
import type { ResourceCases } from './resource-cases';

export const clientInfo: ResourceCases<'clientInfo'> = {
  examples: {
    get: example({
      arrange: async ({ target }) => target.clientId,
      request: (id) => ({ params: { id } }),
      client: (astra) => astra.clientInfo.get(),
    }),
  },
  rules: [
    rule({
      operation: 'clientInfo.get',
      name: 'tells nobody the client secret',
      arrange: async ({ target }) => target,
      request: ({ clientId }) => ({ params: { id: clientId } }),
      expect: ({ clientSecret }) =>
        succeeds(
          z
            .unknown()
            .refine((body) => !JSON.stringify(body).includes(clientSecret), 'must hide it'),
        ),
    }),
  ],
};
