import type { z } from 'zod';
import type {
  capabilities,
  requestAddressChangeRequest,
  upgradeKycTypeRequest,
} from '../contract/assumptions/user-changes';
import { phoneChangeRequest } from '../contract/assumptions/user-changes';
import { userOperations as operations, type user } from '../contract/users';
import { readDateTime } from '../date-time';
import { type PagedList, pagedList } from '../paged-list';
import type { Transport } from '../transport';
import { noContent } from '../transport/call';
import type { Known } from './read-fields';

/** A person with an account at Astra. */
export type AstraUser = Known<z.output<typeof user>>;

/** What a person may do now. A person with too many changes drops to the lowest of all three. */
export type Capabilities = Known<z.output<typeof capabilities>>;

const phoneChangeResult = phoneChangeRequest.transform(({ created, updated, ...rest }) => ({
  ...rest,
  created: readDateTime(created),
  updated: readDateTime(updated),
}));

/** A wish for another phone number, which Astra decides within about a business day. */
export type PhoneChangeRequest = Known<z.output<typeof phoneChangeResult>>;

/** The parts of an address that change; leave the others out. */
export type AddressChange = z.input<typeof requestAddressChangeRequest>;

/** Upwards only: to `verified`, or from `receive-only` to `unverified`. */
export type KycUpgrade = z.input<typeof upgradeKycTypeRequest>;

type Of = { accessToken: string };

/**
 * Users: people who have an account at Astra and authorized us.
 *
 * Source: reference, "User". Its calls throw AstraError.
 */
export function users(transport: Transport) {
  return {
    /** The person whose token this is; how we learn their Astra id after authorization. */
    async me({ accessToken }: Of): Promise<AstraUser> {
      return transport(operations.get, { accessToken, response: operations.get.response });
    },

    /** What the person may do. The names are Astra's, their nesting is assumed. */
    async capabilities({ accessToken, userId }: Of & { userId: string }): Promise<Capabilities> {
      const { response } = operations.capabilities;
      return transport(operations.capabilities, { accessToken, params: { id: userId }, response });
    },

    /**
     * Asks for another kind of identity check, in programs that Astra allows it to.
     * A `user_updated` webhook is likely and not documented: read the user again.
     *
     * @throws AstraInvalidRequestError when the change is not upwards, or details are missing.
     */
    async upgradeKycType({ accessToken, ...body }: Of & KycUpgrade): Promise<void> {
      return transport(operations.upgradeKycType, { accessToken, body, response: noContent });
    },

    /**
     * Asks for another phone number. Astra decides, and allows one change in 30 days. The number on
     * the person's user intent stays the old one: from then on address hosted pages by user id.
     *
     * @param options.phone `+15557771234`
     * @throws AstraInvalidRequestError also for the second change in 30 days.
     */
    async requestPhoneChange({ accessToken, phone }: Of & { phone: string }): Promise<void> {
      const body = { proposed_phone: phone };
      return transport(operations.requestPhoneChange, { accessToken, body, response: noContent });
    },

    /** The person's wishes for another number, newest first. @param options.pageSize at most 100. */
    listPhoneChangeRequests({
      accessToken,
      pageSize,
    }: Of & { pageSize?: number }): PagedList<PhoneChangeRequest> {
      const operation = operations.listPhoneChangeRequests;
      return pagedList(operation, phoneChangeResult, pageSize, (page) =>
        transport(operation, { accessToken, ...page }),
      );
    },

    /**
     * Asks for another address; at most two changes in 120 days.
     *
     * @throws AstraInvalidRequestError with messages by field.
     */
    async requestAddressChange({
      accessToken,
      address,
    }: Of & { address: AddressChange }): Promise<void> {
      const body = address;
      return transport(operations.requestAddressChange, { accessToken, body, response: noContent });
    },

    /**
     * Changes the e-mail address at once. The third change within 365 days lowers the person's
     * capabilities: ask before you send it.
     *
     * @returns the user as changed; null when Astra says nothing but that it is done, which is not
     * documented either way. {@link me} tells then.
     * @throws AstraInvalidRequestError with messages by field.
     */
    async updateEmail({
      accessToken,
      userId,
      email,
    }: Of & { userId: string; email: string }): Promise<AstraUser | null> {
      return transport(operations.updateEmail, {
        accessToken,
        params: { id: userId },
        body: { email },
        response: operations.updateEmail.response.nullish().transform((changed) => changed ?? null),
      });
    },
  };
}
