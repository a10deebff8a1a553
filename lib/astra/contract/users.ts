import { z } from 'zod';
import {
  capabilities,
  phoneChangeRequestList,
  requestAddressChangeRequest,
  updateUserRequest,
  upgradeKycTypeRequest,
} from './assumptions/user-changes';
import { openEnum } from './open-enum';
import { defineOperations } from './operation';
import { e164UsPhone, id } from './primitives';

/** Only who is `approved` can start routines. Source: reference, "User Statuses". */
export const userStatuses = [
  'pending',
  'approved',
  'retry',
  'document',
  'rejected',
  'suspended',
] as const;

/** 200 of `GET /v1/user`: the owner of the bearer token. */
export const user = z.looseObject({
  id,
  status: openEnum(userStatuses),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  preferred_first_name: z.string().nullish(),
  preferred_last_name: z.string().nullish(),
  preferred_pronouns: z.string().nullish(),
  kyc_type: z.string().nullish(),
  /** Businesses only. */
  kyb_type: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

/** JSON body of `POST /v1/request_user_phone_number_update`. It only asks; Astra decides. */
export const requestPhoneChangeRequest = z.strictObject({ proposed_phone: e164UsPhone });

const byUser = { host: 'api', auth: 'user' } as const;

/** Source: reference, "User". */
export const userOperations = defineOperations({
  get: {
    ...byUser,
    method: 'GET',
    path: '/v1/user',
    status: 200,
    response: user,
    page: 'Get a User Profile',
  },
  capabilities: {
    ...byUser,
    method: 'GET',
    path: '/v1/users/{id}/capabilities',
    status: 200,
    response: capabilities,
    page: 'List Capabilities',
    isAssumed: true,
  },
  upgradeKycType: {
    ...byUser,
    method: 'POST',
    path: '/v1/upgrade_kyc_type',
    json: upgradeKycTypeRequest,
    status: 200,
    response: null,
    page: 'Upgrade the kyc_type',
    isAssumed: true,
  },
  requestPhoneChange: {
    ...byUser,
    method: 'POST',
    path: '/v1/request_user_phone_number_update',
    json: requestPhoneChangeRequest,
    status: 200,
    response: null,
    page: 'Request User Phone Number Update',
  },
  listPhoneChangeRequests: {
    ...byUser,
    method: 'GET',
    path: '/v1/phone_number_change_requests',
    plural: 'phone_number_change_requests',
    status: 200,
    response: phoneChangeRequestList,
    page: 'Get User Phone Number Change Requests',
    isAssumed: true,
  },
  requestAddressChange: {
    ...byUser,
    method: 'POST',
    path: '/v1/request_address_change',
    json: requestAddressChangeRequest,
    status: 200,
    response: null,
    page: 'Request User Address Change',
    isAssumed: true,
  },
  updateEmail: {
    ...byUser,
    method: 'PATCH',
    path: '/v1/users/{id}',
    json: updateUserRequest,
    status: 200,
    response: user,
    page: 'Update User Email',
    isAssumed: true,
  },
});
