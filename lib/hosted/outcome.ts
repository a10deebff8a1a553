import { z } from 'zod';

/** How a trip to Astra's hosted pages can end. */
export const hostedOutcomes = [
  'linked',
  'left',
  'bad_state',
  'code_refused',
  'no_answer',
  'other_person',
  'signed_out',
  'failed',
] as const;

export type HostedOutcome = (typeof hostedOutcomes)[number];

export const hostedPurposes = ['authorize', 'link_card', 'verify_card', 'link_account'] as const;

export type HostedPurpose = (typeof hostedPurposes)[number];

/** Query of the page that a redirect ends on. Nothing in it is secret. */
export const finishedQuery = z.object({
  outcome: z.enum(hostedOutcomes).catch('failed'),
  purpose: z.enum(hostedPurposes).catch('authorize'),
});

/** Query of the page that a trip in the whole tab set out from, when the person comes back early. */
export const returnQuery = z.object({ ended: z.literal('left').optional().catch(undefined) });
