import type { Case } from '../case';
import type { Example } from '../example';
import { commonCases } from '../generated/common-cases';
import { operationOf, type Resource } from '../operation-id';
import { accounts } from './accounts';
import { businessProfiles } from './business-profiles';
import { cards } from './cards';
import { clientInfo } from './client-info';
import { documents } from './documents';
import { partnerIdentity } from './partner-identity';
import { paymentInstruments } from './payment-instruments';
import { paymentLinks } from './payment-links';
import type { ResourceCases } from './resource-cases';
import { routines } from './routines';
import { tokens } from './tokens';
import { transactions } from './transactions';
import { transfers } from './transfers';
import { userIntents } from './user-intents';
import { users } from './users';

/** Every case of the suite, in the order in which they are played. */
export function allCases(): Case[] {
  return [
    ...casesOf('tokens', tokens),
    ...casesOf('partnerIdentity', partnerIdentity),
    ...casesOf('userIntents', userIntents),
    ...casesOf('users', users),
    ...casesOf('businessProfiles', businessProfiles),
    ...casesOf('documents', documents),
    ...casesOf('accounts', accounts),
    ...casesOf('cards', cards),
    ...casesOf('routines', routines),
    ...casesOf('transfers', transfers),
    ...casesOf('transactions', transactions),
    ...casesOf('paymentInstruments', paymentInstruments),
    ...casesOf('paymentLinks', paymentLinks),
    ...casesOf('clientInfo', clientInfo),
  ];
}

function casesOf<Of extends Resource>(
  resource: Of,
  { examples, rules }: ResourceCases<Of>,
): Case[] {
  const common = Object.entries<Example>(examples).flatMap(([name, example]) => {
    const id = `${resource}.${name}`;
    return commonCases({ id, operation: operationOf(id), example });
  });
  return [...common, ...rules];
}
