import type { z } from 'zod';
import type { Settings } from '../config';
import type { clientInfo as wireClientInfo } from '../contract/assumptions/client-info';
import { clientInfoOperations as operations } from '../contract/client-info';
import type { Transport } from '../transport';
import type { Known } from './read-fields';

/** What anybody may know about a partner. */
export type ClientInfo = Known<z.output<typeof wireClientInfo>>;

/**
 * The partner as the public sees it.
 *
 * Source: a collection of calls to the sandbox, "Client (public)". Its calls throw AstraError.
 */
export function clientInfo(transport: Transport, { clientId }: Settings) {
  return {
    /** Ours, or another partner's. Needs no credentials. @throws AstraNotFoundError */
    async get(id: string = clientId): Promise<ClientInfo> {
      return transport(operations.get, { params: { id }, response: operations.get.response });
    },
  };
}
