import { z } from 'zod';
import { id } from '../primitives';

/** 200 of `GET /v1/client/{id}`: what anybody may know about a partner. Our assumption. */
export const clientInfo = z.looseObject({
  id,
  name: z.string().nullish(),
  logo: z.string().nullish(),
  support_email: z.string().nullish(),
  redirect_uris: z.array(z.string()).nullish(),
});
