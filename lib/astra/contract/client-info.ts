import { clientInfo } from './assumptions/client-info';
import { defineOperations } from './operation';

/** Known from a collection of calls to the sandbox alone ("Client (public)"). */
export const clientInfoOperations = defineOperations({
  get: {
    method: 'GET',
    path: '/v1/client/{id}',
    host: 'api',
    auth: 'none',
    status: 200,
    response: clientInfo,
    page: 'Client (public)',
    isAssumed: true,
  },
});
