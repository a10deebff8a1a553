import type { z } from 'zod';
import { user } from '../contract/users';
import type { Transport } from '../transport';
import type { Known } from './read-fields';

/** A person with an account at Astra. */
export type AstraUser = Known<z.output<typeof user>>;

/** Users: people who have an account at Astra and authorized us. */
export function users(transport: Transport) {
  return {
    /** The person whose token this is; how we learn their Astra id after authorization. */
    async me({ accessToken }: { accessToken: string }): Promise<AstraUser> {
      return transport({
        method: 'GET',
        path: '/v1/user',
        auth: { accessToken },
        response: user,
      });
    },
  };
}
