import { z } from 'zod';
import {
  customerEventRequest,
  instantPaymentEligibility,
  instantPaymentEligibilityQuery,
} from './assumptions/accounts';
import { listOf } from './lists';
import { openEnum } from './open-enum';
import { defineOperations } from './operation';
import { id, routingNumber, wireDateTime, wireDollars } from './primitives';

/** `error` asks for the person to connect the account again. */
export const connectionStatuses = ['connected', 'error'] as const;
/** What an account by numbers may be. */
export const bankAccountTypes = ['checking', 'savings'] as const;

/** 200 of `GET /v1/accounts/{id}` and each entry of the list. */
export const account = z.looseObject({
  id,
  official_name: z.string().nullish(),
  name: z.string().nullish(),
  nickname: z.string().nullish(),
  /** The last four digits of the account number. */
  mask: z.string().nullish(),
  institution_name: z.string().nullish(),
  /** A picture in base64; heavy. */
  institution_logo: z.string().nullish(),
  /** `depository`. */
  type: z.string().nullish(),
  /** `checking`, `savings`. */
  subtype: z.string().nullish(),
  /** Absent on accounts that no bank tells about. May be below zero. */
  current_balance: wireDollars.nullish(),
  available_balance: wireDollars.nullish(),
  last_balance_update_on: wireDateTime.nullish(),
  connection_status: openEnum(connectionStatuses).nullish(),
});

/** 201 of creating an account by number: what only a bank or the person tells is left out. */
export const createdAccount = account.omit({
  nickname: true,
  current_balance: true,
  available_balance: true,
  last_balance_update_on: true,
});

/** 200 of `GET /v1/accounts`. */
export const accountList = listOf('accounts', account);

/** JSON body of `POST /v1/accounts/create`, accepted on the secure host only. */
export const createAccountRequest = z.strictObject({
  /** Per client and per environment; it stands in the dashboard under Client Details. */
  institution_id: id,
  /** For the partner; not on statements. */
  name: z.string().min(1),
  bank_account_type: z.enum(bankAccountTypes),
  /** Shorter ones get zeros in front. */
  account_number: z.string().regex(/^\d{7,17}$/, 'Seven to 17 digits.'),
  routing_number: routingNumber,
});

/** JSON body of `POST /v1/accounts/processor_token`. */
export const createAccountByProcessorTokenRequest = z.strictObject({
  /** From Plaid, made for the processor `astra`. */
  processor_token: z.string().min(1),
  /** Plaid's id of the bank, for when Astra cannot tell. */
  institution_id: z.string().min(1).optional(),
});

/** 200 of `POST /v1/accounts/processor_token`: two ids and nothing else. */
export const accountByProcessorToken = z.looseObject({ id, institution_id: z.string().nullish() });

/**
 * What the partner answers when Astra asks for the balance of an account made by number. Integer
 * cents: the one place where Astra counts in cents.
 */
export const balanceAnswer = z.strictObject({
  available_balance: z.int(),
  current_balance: z.int(),
});

const byUser = { host: 'api', auth: 'user' } as const;

/** Source: reference, "Accounts" and "Instant Payment Eligibility". */
export const accountOperations = defineOperations({
  list: {
    ...byUser,
    method: 'GET',
    path: '/v1/accounts',
    plural: 'accounts',
    status: 200,
    response: accountList,
    page: 'List Accounts',
  },
  get: {
    ...byUser,
    method: 'GET',
    path: '/v1/accounts/{id}',
    status: 200,
    response: account,
    page: 'Get Account',
  },
  delete: {
    ...byUser,
    method: 'DELETE',
    path: '/v1/accounts/{id}',
    status: 200,
    response: null,
    page: 'Delete Account',
  },
  create: {
    ...byUser,
    host: 'secure',
    method: 'POST',
    path: '/v1/accounts/create',
    json: createAccountRequest,
    status: 201,
    response: createdAccount,
    page: 'Create Account by Account and Routing',
  },
  createByProcessorToken: {
    ...byUser,
    method: 'POST',
    path: '/v1/accounts/processor_token',
    json: createAccountByProcessorTokenRequest,
    status: 200,
    response: accountByProcessorToken,
    page: 'Create Account by Plaid Processor Token',
  },
  sendCustomerEvent: {
    method: 'POST',
    path: '/v1/webhook/customer_event',
    host: 'api',
    auth: 'client',
    json: customerEventRequest,
    status: 200,
    response: null,
    page: 'Balance Update Webhook and Endpoint',
    isAssumed: true,
  },
  instantPaymentEligibility: {
    method: 'GET',
    path: '/v1/instant_payment_eligibility',
    host: 'api',
    auth: 'client',
    query: instantPaymentEligibilityQuery,
    status: 200,
    response: instantPaymentEligibility,
    page: 'Instant Payment Eligibility',
    isAssumed: true,
  },
});
