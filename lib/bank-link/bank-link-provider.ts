import 'server-only';
import { env } from '@/lib/env';
import { plaidProvider } from './plaid/plaid-provider';
import type { BankLinkProvider } from './provider';
import { standInProvider } from './stand-in/stand-in-provider';

let provider: BankLinkProvider | null = null;

/**
 * Through whom people link their bank: Plaid where its keys are set, the stand-in beside the
 * emulator of Astra, and otherwise nobody. Then Astra's own pages are the way.
 */
export function bankLinkProvider(): BankLinkProvider | null {
  provider ??= chooseProvider();
  return provider;
}

function chooseProvider(): BankLinkProvider | null {
  const {
    PLAID_CLIENT_ID: clientId,
    PLAID_SECRET: secret,
    PLAID_ENVIRONMENT: environment,
    ASTRA_ENVIRONMENT,
  } = env();
  if (clientId && secret && environment) return plaidProvider({ clientId, secret, environment });
  return ASTRA_ENVIRONMENT === 'emulator' ? standInProvider : null;
}
