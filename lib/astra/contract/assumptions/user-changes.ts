import { z } from 'zod';
import { listOf } from '../lists';
import { openEnum } from '../open-enum';
import { id, postalCode, ssn, strictDate, usState, wireDateTime } from '../primitives';
import { settlementSpeeds } from '../settlement';

/** JSON body of `POST /v1/upgrade_kyc_type`. Upwards only. The field names are our assumption. */
export const upgradeKycTypeRequest = z.strictObject({
  kyc_type: z.enum(['verified', 'unverified']),
  ssn: ssn.optional(),
  date_of_birth: strictDate.optional(),
});

/** Gap: where a wish for another phone number stands. */
export const phoneChangeStatuses = ['pending', 'approved', 'rejected'] as const;

/** Each entry of `GET /v1/phone_number_change_requests`. Our assumption. */
export const phoneChangeRequest = z.looseObject({
  id,
  current_phone: z.string().nullish(),
  proposed_phone: z.string().nullish(),
  status: openEnum(phoneChangeStatuses).nullish(),
  created: wireDateTime.nullish(),
  updated: wireDateTime.nullish(),
});

/** 200 of `GET /v1/phone_number_change_requests`. Our assumption. */
export const phoneChangeRequestList = listOf('phone_number_change_requests', phoneChangeRequest);

/**
 * JSON body of `POST /v1/request_address_change`. What does not change is left out: here Astra
 * refuses null and the empty string alike, unlike on a user intent. The names are our assumption.
 */
export const requestAddressChangeRequest = z
  .strictObject({
    address1: z.string().min(1).optional(),
    address2: z.string().min(1).optional(),
    city: z.string().min(1).optional(),
    state: usState.optional(),
    postal_code: postalCode.optional(),
  })
  .refine((body) => Object.values(body).some((value) => value !== undefined), {
    path: ['address1'],
    error: 'Name at least one part of the address.',
  });

/** JSON body of `PATCH /v1/users/{id}`. The third change within 365 days lowers capabilities. */
export const updateUserRequest = z.strictObject({ email: z.email() });

/** 200 of `GET /v1/users/{id}/capabilities`. The names are Astra's, the nesting is our assumption. */
export const capabilities = z.looseObject({
  account_to_account: z
    .looseObject({ max_settlement_speed: openEnum(settlementSpeeds).nullish() })
    .nullish(),
  account_to_card: z.looseObject({ is_eligible: z.boolean().nullish() }).nullish(),
  /** A day; null is without a limit. */
  card_to_card: z.looseObject({ transfer_count_limit: z.number().int().nullish() }).nullish(),
});
