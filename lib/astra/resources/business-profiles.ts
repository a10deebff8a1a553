import type { z } from 'zod';
import type { businessProfile } from '../contract/assumptions/business-profiles';
import {
  type createBusinessProfileRequest,
  businessProfileOperations as operations,
} from '../contract/business-profiles';
import type { Transport } from '../transport';
import type { Known } from './read-fields';

/** A business and the people behind it. Pass it through; store none of the identity data. */
export type CreateBusinessProfile = z.input<typeof createBusinessProfileRequest>;

/** A business that has been introduced to Astra. */
export type BusinessProfile = Known<z.output<typeof businessProfile>>;

/**
 * Business profiles: what fills in the hosted form for businesses beforehand.
 *
 * Source: reference, "Create a Business Profile", "Get a Business Profile". Its calls throw AstraError.
 */
export function businessProfiles(transport: Transport) {
  return {
    /**
     * Introduces a business; then send its person to `hostedPages.authorizeUrl` with the id. People
     * at Astra look at it: 24 to 48 hours. Astra takes three for one phone.
     *
     * @throws AstraInvalidRequestError with messages by field.
     */
    async create(body: CreateBusinessProfile): Promise<{ id: string }> {
      return transport(operations.create, { body, response: operations.create.response });
    },

    /** @throws AstraNotFoundError */
    async get(id: string): Promise<BusinessProfile> {
      return transport(operations.get, { params: { id }, response: operations.get.response });
    },
  };
}
