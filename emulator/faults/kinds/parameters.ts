import { z } from 'zod';

/** Numbers come as text from forms and from the command line. */
const whole = z.coerce.number().int();

export const none = z.strictObject({});
export const milliseconds = (fallback: number) => whole.min(0).max(86_400_000).default(fallback);
export const count = (fallback: number, most = 1_000) => whole.min(1).max(most).default(fallback);
export const status = (fallback: number) => whole.min(200).max(599).default(fallback);
export const seconds = (fallback: number) => whole.min(0).max(86_400).default(fallback);
/** Where a redirect may lead: what a header can carry, and what an HTTP client would follow. */
export const location = z
  .string()
  .refine((text) => /^(\/|https?:\/\/[\x21-\x7e])[\x21-\x7e]*$/.test(text), {
    error: 'Write a path such as /elsewhere, or an address with http:// or https://.',
  });
export { whole };
