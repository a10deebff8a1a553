import type { z } from 'zod';
import {
  type createUserIntentRequest,
  userIntentOperations as operations,
  type userIntent,
} from '../contract/user-intents';
import type { Transport } from '../transport';
import type { Known } from './read-fields';

/** A person's details, as Astra checks them. Pass them through; store none of the identity data. */
export type CreateUserIntent = z.input<typeof createUserIntentRequest>;

/** A person who has been introduced to Astra and may not be its user yet. */
export type UserIntent = Known<z.output<typeof userIntent>>;

/**
 * User intents: introducing a person to Astra before they have an account there.
 *
 * Source: reference, "Create a User Intent", "Get a User Intent". Its calls throw AstraError.
 */
export function userIntents(transport: Transport) {
  return {
    /**
     * Introduces a person. Their identity check starts at once; its result comes by webhook
     * (`user_intent_updated`) and by {@link get}. Astra allows three per e-mail address.
     *
     * @throws AstraInvalidRequestError with messages by field.
     * @throws AstraPermissionError when Astra screened the person and refused.
     */
    async create(body: CreateUserIntent): Promise<{ id: string }> {
      return transport(operations.create, { body, response: operations.create.response });
    },

    /** @throws AstraNotFoundError */
    async get(id: string): Promise<UserIntent> {
      return transport(operations.get, { params: { id }, response: operations.get.response });
    },
  };
}
