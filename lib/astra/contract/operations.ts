import { accountOperations } from './accounts';
import { businessProfileOperations } from './business-profiles';
import { cardOperations } from './cards';
import { clientInfoOperations } from './client-info';
import { documentOperations } from './documents';
import { partnerIdentityOperations } from './partner-identity';
import { paymentInstrumentOperations } from './payment-instruments';
import { paymentLinkOperations } from './payment-links';
import { routineOperations } from './routine-operations';
import { tokenOperations } from './tokens';
import { transactionOperations } from './transactions';
import { transferOperations } from './transfers';
import { userIntentOperations } from './user-intents';
import { userOperations } from './users';

/** Every endpoint of Astra's API that is known, by resource. */
export const operations = {
  tokens: tokenOperations,
  partnerIdentity: partnerIdentityOperations,
  userIntents: userIntentOperations,
  users: userOperations,
  businessProfiles: businessProfileOperations,
  documents: documentOperations,
  accounts: accountOperations,
  cards: cardOperations,
  routines: routineOperations,
  transfers: transferOperations,
  transactions: transactionOperations,
  paymentInstruments: paymentInstrumentOperations,
  paymentLinks: paymentLinkOperations,
  clientInfo: clientInfoOperations,
} as const;
