import { z } from 'zod';

/** Every kind of background work and what it is told. Ids only: a job's payload is not a secret. */
export const taskPayloads = {
  /** Look at one resource at Astra and bring our copy up to date. */
  sync_resource: z.object({
    resource: z.enum(['user_intent', 'user', 'card', 'account', 'routine', 'transfer', 'batch']),
    resourceId: z.string(),
    /** Whose resource Astra says it is. On an intent it is the intent's own id; a batch is ours. */
    astraUserId: z.string().nullable(),
  }),
  /** List a person's cards at Astra, to find those that no webhook told us of. */
  sync_cards: z.object({ userId: z.uuid() }),
  /** List a person's bank accounts at Astra, which no webhook tells of. */
  sync_accounts: z.object({ userId: z.uuid() }),
  /** List a person's routines at Astra, to find those that no webhook told us of. */
  sync_routines: z.object({ userId: z.uuid() }),
  /** Ask what Astra lets a person do. */
  sync_capabilities: z.object({ userId: z.uuid() }),
  /** Find out how a trip to the bank ended, and hand its accounts to Astra. */
  finish_bank_link: z.object({ sessionId: z.uuid() }),
  /** List a person's newest transfers at Astra, to find those that no webhook told us of. */
  sync_transfers: z.object({ userId: z.uuid() }),
  /** Read all of a person's transfers at Astra that may still change. */
  sweep_transfers: z.object({ userId: z.uuid() }),
  /** Tell Astra that the balance of an account that we hold has changed. */
  send_balance_update: z.object({ accountId: z.uuid() }),
  /** Find out what became of a payment whose outcome is not known. */
  settle_payment: z.object({ paymentId: z.uuid() }),
  /** Pause a payment that was planned to somebody who has since stopped receiving money. */
  pause_unwanted: z.object({ paymentId: z.uuid() }),
  /** Find out what became of an issued card that was handed over to Astra. */
  settle_hand_over: z.object({ handOverId: z.uuid() }),
  /** Replace one person's tokens before they end. */
  refresh_connection: z.object({ userId: z.uuid() }),
  /** End the loan of an access token to its person's browser. */
  recall_access_token: z.object({ loanId: z.uuid() }),
  // The rest recurs: see `recur.ts`.
  /** Start the refreshes that are due. */
  refresh_due_connections: z.object({}).loose(),
  /** Look again at everything that should have moved on by now. */
  reconcile: z.object({}).loose(),
  /** Have everything of those people read at Astra whose turn it is. */
  sweep: z.object({}).loose(),
  /** Delete what is expired and used up. */
  clean_up: z.object({}).loose(),
} as const;

export type TaskName = keyof typeof taskPayloads;
export type TaskPayload<Name extends TaskName> = z.infer<(typeof taskPayloads)[Name]>;
