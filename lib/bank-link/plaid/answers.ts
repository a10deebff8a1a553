import { z } from 'zod';

/**
 * What is read of Plaid's answers. Everything else in them is left alone, so that a field that
 * Plaid adds changes nothing here.
 *
 * Source: the types of the `plaid` package, and Plaid's reference of `/link/token/create`,
 * `/link/token/get`, `/item/public_token/exchange` and `/processor/token/create`.
 */
export const createdLink = z.object({
  link_token: z.string().min(1),
  hosted_link_url: z.url({ protocol: /^https$/ }),
});

/** Whether an address is one of this domain, or of a name below it. */
export function isWithin(domain: string, url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === domain || hostname.endsWith(`.${domain}`);
}

const account = z.object({
  id: z.string().min(1),
  name: z.string().nullish(),
  mask: z.string().nullish(),
  subtype: z.string().nullish(),
});

const addedItem = z.object({
  public_token: z.string().min(1),
  accounts: z.array(account),
  institution: z.object({ institution_id: z.string().nullish() }).nullish(),
});

/** A link may be opened several times, by anybody; each time is a session of its own. */
const linkSession = z.object({
  /** There once the person has left without a bank. */
  exit: z.object({}).nullish(),
  results: z.object({ item_add_results: z.array(addedItem).nullish() }).nullish(),
});

export const linkState = z.object({ link_sessions: z.array(linkSession).nullish() });

export const exchangedItem = z.object({ access_token: z.string().min(1) });

export const createdProcessorToken = z.object({ processor_token: z.string().min(1) });

/** Plaid's errors say what they are in codes, and how to find them in Plaid's dashboard. */
export const refusal = z.object({
  error_type: z.string().regex(/^\w{1,64}$/),
  error_code: z.string().regex(/^\w{1,64}$/),
  request_id: z
    .string()
    .regex(/^\w{1,64}$/)
    .nullish(),
});

export type AddedItem = z.output<typeof addedItem>;
export type LinkState = z.output<typeof linkState>;
