import { z } from 'zod';
import { openEnum } from './open-enum';
import { defineOperations } from './operation';
import { e164UsPhone, id, postalCode, ssn, strictDate, usState } from './primitives';

/** How thoroughly a person or a business is checked, and what they may do then. */
export const kycTypes = ['verified', 'unverified', 'receive-only'] as const;

/** Those of a user, and `converted_to_user`: the user's own status counts from then on. */
export const userIntentStatuses = [
  'pending',
  'approved',
  'retry',
  'document',
  'rejected',
  'suspended',
  'converted_to_user',
] as const;

const metadataKeys = 'A key is 1 to 64 letters, digits and any of “_.-”.';

/** Custom metadata: at most 25 pairs, documented limits on both sides, nothing sensitive. */
export const metadata = z
  .record(z.string().regex(/^[a-zA-Z0-9_.-]{1,64}$/), z.string().min(1).max(256), {
    error: ({ code }) => (code === 'invalid_key' ? metadataKeys : undefined),
  })
  .refine((pairs) => Object.keys(pairs).length <= 25, 'At most 25 metadata pairs.');

/** Which kind applies to an intent that names none is not documented. */
const mayLackBirthDate: ReadonlySet<string | undefined> = new Set(['receive-only', undefined]);

/**
 * JSON body of `POST /v1/user_intent`. `address2` is an empty string or absent, never null. An SSN is
 * needed for `verified`, unless Astra has delegated the check to the partner: Astra decides.
 */
export const createUserIntentRequest = z
  .strictObject({
    first_name: z.string().min(1),
    last_name: z.string().min(1),
    preferred_first_name: z.string().optional(),
    preferred_last_name: z.string().optional(),
    preferred_pronouns: z.string().optional(),
    date_of_birth: strictDate.optional(),
    ssn: ssn.optional(),
    phone: e164UsPhone,
    email: z.email(),
    address1: z.string().min(1),
    address2: z.string().optional(),
    city: z.string().min(1),
    state: usState,
    postal_code: postalCode,
    /** The person's device, not our server: private and VPN addresses lower the outcome. */
    ip_address: z.union([z.ipv4(), z.ipv6()], { error: 'An IPv4 or IPv6 address.' }),
    kyc_type: z.enum(kycTypes).optional(),
    metadata: metadata.optional(),
  })
  .refine(({ kyc_type, date_of_birth }) => mayLackBirthDate.has(kyc_type) || date_of_birth, {
    path: ['date_of_birth'],
    error: 'Needed for this kyc_type.',
  });

/** 201 of `POST /v1/user_intent`: the id alone. The status comes by webhook and by `GET`. */
export const createUserIntentResponse = z.looseObject({ id });

/** 200 of `GET /v1/user_intent/{id}`. Birth date, SSN and address never come back. */
export const userIntent = z.looseObject({
  id,
  user_id: z.string().nullish(),
  status: openEnum(userIntentStatuses),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  preferred_first_name: z.string().nullish(),
  preferred_last_name: z.string().nullish(),
  preferred_pronouns: z.string().nullish(),
  kyc_type: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
});

/** Source: reference, "User". */
export const userIntentOperations = defineOperations({
  create: {
    method: 'POST',
    path: '/v1/user_intent',
    host: 'api',
    auth: 'client',
    json: createUserIntentRequest,
    status: 201,
    response: createUserIntentResponse,
    page: 'Create a User Intent',
  },
  get: {
    method: 'GET',
    path: '/v1/user_intent/{id}',
    host: 'api',
    auth: 'client',
    status: 200,
    response: userIntent,
    page: 'Get a User Intent',
  },
});
