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
import { getBatchTransfer } from './batch-transfers';
import { bookTransfer } from './book-transfer';
import { createBusinessProfile, getBusinessProfile } from './business-profiles';
import { createAccountToCard, createCardToAccount } from './card-routines';
import { createCard, deleteCard, getAuthDetails, getCard, listCards } from './cards';
import { getClientInfo } from './client-info';
import { confirmUpload, createUploadUrl } from './documents';
import type { Endpoint } from './endpoint';
import { authorizeByApi, createSessionToken } from './partner-identity';
import { getInstrument, listInstruments } from './payment-instruments';
import {
  cancelPaymentLink,
  createPaymentLink,
  getPaymentLink,
  listPaymentLinks,
} from './payment-links';
import { previewRoutine } from './preview-routine';
import {
  createRoutine,
  deleteRoutine,
  getRoutine,
  listRoutines,
  listRoutineTransfers,
} from './routines';
import { exchangeTokens } from './token';
import { listTransactions } from './transactions';
import { cancelTransfer, getTransfer, listSegments, listTransfers } from './transfers';
import { updateRoutine } from './update-routine';
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
  readonly [Name in keyof Table]: Table[Name] extends Operation ? Endpoint<Table[Name]> : never;
};

type Operations = typeof operations;

/** What answers each endpoint of the contract. One that is absent does not compile. */
export const endpoints: {
  readonly [Resource in keyof Operations]: EndpointsOf<Operations[Resource]>;
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
  routines: {
    preview: previewRoutine,
    create: createRoutine,
    accountToCard: createAccountToCard,
    cardToAccount: createCardToAccount,
    book: bookTransfer,
    list: listRoutines,
    get: getRoutine,
    update: updateRoutine,
    delete: deleteRoutine,
    listTransfers: listRoutineTransfers,
  },
  transfers: {
    list: listTransfers,
    get: getTransfer,
    listSegments,
    cancel: cancelTransfer,
    getBatch: getBatchTransfer,
  },
  paymentInstruments: { list: listInstruments, get: getInstrument },
  paymentLinks: {
    create: createPaymentLink,
    list: listPaymentLinks,
    get: getPaymentLink,
    cancel: cancelPaymentLink,
  },
};
