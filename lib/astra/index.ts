/**
 * A client for Astra's payments API. Depends on zod alone.
 *
 * @packageDocumentation
 */
export { type Astra, createAstra } from './client';
export type { AstraConfig, AstraInternals } from './config';
export { signatureHeader, webhookTypes } from './contract/webhooks';
export { readDateTime } from './date-time';
export * from './errors';
export type {
  AuthorizePageOptions,
  HostedPageOptions,
  LinkCardPageOptions,
} from './hosted-pages';
export { type Cents, cents, centsFromDollars, dollarsFromCents, largestCents } from './money';
export {
  type HostedPageSubject,
  type NextHostedPage,
  type NoPageReason,
  nextHostedPage,
} from './next-hosted-page';
export type { Page, PagedList } from './paged-list';
export type { AstraCard, CreateCard } from './resources/cards';
export type { CreateRoutine, Routine } from './resources/routines';
export type { TokenPair } from './resources/tokens';
export type { Transfer, TransferFilter } from './resources/transfers';
export type { CreateUserIntent, UserIntent } from './resources/user-intents';
export type { AstraUser } from './resources/users';
export { requestIdOf } from './transport';
export type { AstraCallEvent } from './transport/call';
export {
  type ParsedWebhook,
  parseWebhook,
  unsafeParseWebhook,
  type WebhookEvent,
} from './webhooks/parse-webhook';
export { type SignedWebhook, signTestWebhook, verifyWebhook } from './webhooks/verify-webhook';
