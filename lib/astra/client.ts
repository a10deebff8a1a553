import { type AstraConfig, type AstraInternals, readConfig } from './config';
import { hostedPages } from './hosted-pages';
import { accounts } from './resources/accounts';
import { businessProfiles } from './resources/business-profiles';
import { cards } from './resources/cards';
import { clientInfo } from './resources/client-info';
import { documents } from './resources/documents';
import { partnerIdentity } from './resources/partner-identity';
import { paymentInstruments } from './resources/payment-instruments';
import { paymentLinks } from './resources/payment-links';
import { routines } from './resources/routines';
import { tokens } from './resources/tokens';
import { transactions } from './resources/transactions';
import { transfers } from './resources/transfers';
import { userIntents } from './resources/user-intents';
import { users } from './resources/users';
import { createTransport } from './transport';

/** Everything that Astra's API does, by resource. */
export type Astra = ReturnType<typeof createAstra>;

/**
 * Makes a client. It keeps its credentials to itself: printing or serialising it shows none.
 *
 * @param internals replaces the clock's and chance's part in retries, for tests.
 * @throws TypeError in words when the configuration cannot work.
 */
export function createAstra(config: AstraConfig, internals?: AstraInternals) {
  const settings = readConfig(config, internals);
  const transport = createTransport(settings);
  return Object.freeze({
    tokens: tokens(transport, settings),
    partnerIdentity: partnerIdentity(transport, settings),
    userIntents: userIntents(transport),
    users: users(transport),
    businessProfiles: businessProfiles(transport),
    documents: documents(transport, settings),
    accounts: accounts(transport, settings),
    cards: cards(transport),
    routines: routines(transport),
    transfers: transfers(transport),
    transactions: transactions(transport),
    paymentInstruments: paymentInstruments(transport),
    paymentLinks: paymentLinks(transport),
    clientInfo: clientInfo(transport, settings),
    hostedPages: hostedPages(settings),
  });
}
