import { z } from 'zod';

/** Astra's ordinary error body. Source: reference, "Errors". */
export const genericError = z.looseObject({
  code: z.number().int(),
  name: z.string(),
  description: z.string(),
});

/**
 * The body for a request that breaks a field rule. Only `status_code` is documented; the rest is
 * our assumption (see `validationErrors` in `assumptions/`).
 */
export const validationError = z.looseObject({
  status_code: z.number().int(),
  name: z.string().optional(),
  description: z.string().optional(),
  errors: z.record(z.string(), z.array(z.string())).optional(),
});

/** The token endpoint's error body, as in RFC 6749. */
export const oauthError = z.looseObject({
  error: z.string(),
  error_description: z.string().optional(),
});
