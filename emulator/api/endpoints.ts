import type { Operation, operations } from '../contract';
import {
  createAccount,
  createByProcessorToken,
  deleteAccount,
  getAccount,
  listAccounts,
  receiveCustomerEvent,
} from './accounts';
import { getBin, getInstantPaymentEligibility } from './bank-and-card-facts';
import { createBusinessProfile, getBusinessProfile } from './business-profiles';
import { createCard, deleteCard, getAuthDetails, getCard, listCards } from './cards';
import { getClientInfo } from './client-info';
import { confirmUpload, createUploadUrl } from './documents';
import type { Endpoint } from './endpoint';
import { authorizeByApi, createSessionToken } from './partner-identity';
import { createRoutine, getRoutine, listRoutines } from './routines';
import { exchangeTokens } from './token';
import { listTransactions } from './transactions';
import { getTransfer, listTransfers } from './transfers';
import { createUserIntent, getUserIntent } from './user-intents';
import {
  getCapabilities,
  getUser,
  listPhoneChangeRequests,
  requestAddressChange,
  requestPhoneChange,
  updateEmail,
  upgradeKycType,
} from './users';

type EndpointsOf<Table> = {
  readonly [Name in keyof Table]?: Table[Name] extends Operation ? Endpoint<Table[Name]> : never;
};

type Operations = typeof operations;

/** What answers each endpoint of the contract. Those that are absent answer 501. */
export const endpoints: {
  readonly [Resource in keyof Operations]?: EndpointsOf<Operations[Resource]>;
} = {
  tokens: { exchange: exchangeTokens },
  userIntents: { create: createUserIntent, get: getUserIntent },
  partnerIdentity: { createSessionToken, authorize: authorizeByApi },
  users: {
    get: getUser,
    capabilities: getCapabilities,
    upgradeKycType,
    requestPhoneChange,
    listPhoneChangeRequests,
    requestAddressChange,
    updateEmail,
  },
  businessProfiles: { create: createBusinessProfile, get: getBusinessProfile },
  documents: { createUploadUrl, confirmUpload },
  clientInfo: { get: getClientInfo },
  accounts: {
    list: listAccounts,
    get: getAccount,
    delete: deleteAccount,
    create: createAccount,
    createByProcessorToken,
    sendCustomerEvent: receiveCustomerEvent,
    instantPaymentEligibility: getInstantPaymentEligibility,
  },
  transactions: { list: listTransactions },
  cards: {
    getBin,
    authDetails: getAuthDetails,
    list: listCards,
    create: createCard,
    get: getCard,
    delete: deleteCard,
  },
  routines: { create: createRoutine, list: listRoutines, get: getRoutine },
  transfers: { list: listTransfers, get: getTransfer },
};
