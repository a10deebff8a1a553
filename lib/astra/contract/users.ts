import { z } from 'zod';
import { openEnum } from './open-enum';
import { id } from './primitives';

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
  metadata: z.record(z.string(), z.unknown()).nullish(),
});
