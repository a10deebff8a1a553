import { z } from 'zod';
import { id } from '../primitives';

/** 200 of `GET /v1/business_profile/{id}`: what was posted, and these. Our assumption. */
export const businessProfile = z.looseObject({
  id,
  status: z.string().nullish(),
  user_id: z.string().nullish(),
  phone: z.string().nullish(),
  first_name: z.string().nullish(),
  last_name: z.string().nullish(),
  email: z.string().nullish(),
  kyb_type: z.string().nullish(),
  business_info: z.looseObject({ business_name: z.string().nullish() }).nullish(),
});
