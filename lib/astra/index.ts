/**
 * A client for Astra's payments API. Depends on zod alone.
 *
 * @packageDocumentation
 */
export {
  answerBalance,
  type BalanceEndpointKeys,
  type BalanceRequest,
  verifyBalanceRequest,
} from './balance-endpoint';
export { isRoutingNumber, padAccountNumber } from './bank-numbers';
export { type Astra, createAstra } from './client';
export type { AstraConfig, AstraInternals } from './config';
export { pacificDay } from './contract/pacific-day';
export { signatureHeader, webhookTypes } from './contract/webhooks';
export { readDateTime } from './date-time';
export * from './errors';
export type {
  AuthorizePageOptions,
  HostedPageOptions,
  LinkAccountPageOptions,
  LinkCardPageOptions,
  VerifyCardPageOptions,
  VerifyPageOptions,
} from './hosted-page-options';
export type { NextHostedUrl } from './hosted-pages';
export { astraHosts } from './hosts';
export { type Cents, cents, centsFromDollars, dollarsFromCents, largestCents } from './money';
export {
  type HostedPageSubject,
  type NextHostedPage,
  type NoHostedPage,
  type NoPageReason,
  nextHostedPage,
} from './next-hosted-page';
export type { Page, PagedList } from './paged-list';
export type {
  AstraAccount,
  CreateAccount,
  CreateAccountByProcessorToken,
  InstantPaymentEligibility,
} from './resources/accounts';
export type { BusinessProfile, CreateBusinessProfile } from './resources/business-profiles';
export type { AstraCard, Bin, CardAuthDetails, CreateCard } from './resources/cards';
export type { ClientInfo } from './resources/client-info';
export type { CreateUploadUrl, UploadUrl } from './resources/documents';
export type {
  SessionToken,
  SessionTokenProvider,
  SessionTokenSubject,
} from './resources/partner-identity';
export type { PaymentInstrument } from './resources/payment-instruments';
export type { CreatePaymentLink, PaymentLink } from './resources/payment-links';
export type {
  AccountToCard,
  BookRoutine,
  CardToAccount,
  CreateRoutine,
  PreviewRoutine,
  UpdateRoutine,
} from './resources/routine-requests';
export type { NestedRoutine, Routine, RoutinePreview } from './resources/routine-results';
export type { TokenPair } from './resources/tokens';
export type { Transaction, TransactionFilter } from './resources/transactions';
export type {
  BatchTransfer,
  Chargeback,
  Segment,
  Transfer,
  TransferFilter,
} from './resources/transfers';
export type { CreateUserIntent, UserIntent } from './resources/user-intents';
export type {
  AddressChange,
  AstraUser,
  Capabilities,
  KycUpgrade,
  PhoneChangeRequest,
} from './resources/users';
export { requestIdOf } from './transport';
export type { AstraCallEvent } from './transport/call';
export { type InboundPayment, readInboundPayment } from './webhooks/inbound-payment';
export {
  type ParsedWebhook,
  parseWebhook,
  unsafeParseWebhook,
  type WebhookEvent,
} from './webhooks/parse-webhook';
export { type SignedWebhook, signTestWebhook, verifyWebhook } from './webhooks/verify-webhook';
