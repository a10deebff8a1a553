import {
  Configuration,
  CountryCode,
  DepositoryAccountSubtype,
  PlaidApi,
  PlaidEnvironments,
  ProcessorTokenCreateRequestProcessorEnum,
  Products,
} from 'plaid';
import type { z } from 'zod';
import { brand } from '@/lib/brand';
import {
  BankLinkError,
  type BankLinkProvider,
  type BankTrip,
  pageMinutes,
  type SharedAccount,
} from '../provider';
import {
  type AddedItem,
  createdLink,
  createdProcessorToken,
  exchangedItem,
  type LinkState,
  linkState,
} from './answers';
import { explainFailure } from './explain-failure';

export type PlaidSettings = {
  clientId: string;
  secret: string;
  environment: 'sandbox' | 'production';
  /** Where Plaid answers, when it is not Plaid: for tests. */
  baseUrl?: string;
  timeoutMs?: number;
};

/**
 * Plaid, by its hosted page: the person leaves for an address of Plaid's and comes back, and
 * everything that counts is asked of Plaid from here. See docs/decisions/0018.
 */
export function plaidProvider(settings: PlaidSettings): BankLinkProvider {
  const plaid = new PlaidApi(configurationOf(settings));

  /** The accounts of one bank, each with a token for Astra. */
  async function claim(item: AddedItem): Promise<SharedAccount[]> {
    const { access_token } = await ask('Exchanging a public token at Plaid', exchangedItem, () =>
      plaid.itemPublicTokenExchange({ public_token: item.public_token }),
    );
    const tokens: (string | null)[] = [];
    for (const { id } of item.accounts) tokens.push(await makeProcessorToken(access_token, id));
    return withTokens(item, tokens);
  }

  /** Null when Plaid makes none: that must not cost the person the other accounts. */
  async function makeProcessorToken(accessToken: string, accountId: string) {
    try {
      const made = await ask('Making a processor token at Plaid', createdProcessorToken, () =>
        plaid.processorTokenCreate({
          access_token: accessToken,
          account_id: accountId,
          processor: ProcessorTokenCreateRequestProcessorEnum.Astra,
        }),
      );
      return made.processor_token;
    } catch (error) {
      if (error instanceof BankLinkError) return null;
      throw error;
    }
  }

  return {
    name: 'plaid',

    async start({ userId, returnUrl }) {
      const made = await ask('Opening a link at Plaid', createdLink, () =>
        plaid.linkTokenCreate({
          client_name: brand.name,
          language: 'en',
          country_codes: [CountryCode.Us],
          user: { client_user_id: userId },
          products: [Products.Auth],
          account_filters: {
            depository: {
              account_subtypes: [
                DepositoryAccountSubtype.Checking,
                DepositoryAccountSubtype.Savings,
              ],
            },
          },
          hosted_link: {
            completion_redirect_uri: returnUrl,
            url_lifetime_seconds: pageMinutes * 60,
          },
        }),
      );
      return { reference: made.link_token, url: made.hosted_link_url };
    },

    async finish({ reference }) {
      const state = await readLink(plaid, reference);
      const [first, ...others] = addedItems(state);
      if (!first) return withoutItems(state);
      const accounts = await claim(first);
      // What was claimed can't be claimed again, so from here on a failure is one of its own bank.
      for (const item of others) {
        accounts.push(...(await claim(item).catch(() => withTokens(item, []))));
      }
      return { accounts };
    },
  };
}

function configurationOf(settings: PlaidSettings): Configuration {
  const { clientId, secret, environment, baseUrl, timeoutMs = 15_000 } = settings;
  const basePath = baseUrl ?? PlaidEnvironments[environment];
  if (!basePath) throw new Error('The plaid package does not know this environment.');
  return new Configuration({
    basePath,
    baseOptions: {
      headers: { 'PLAID-CLIENT-ID': clientId, 'PLAID-SECRET': secret },
      timeout: timeoutMs,
      // Our secret goes to Plaid and nowhere that an answer points to.
      maxRedirects: 0,
      maxContentLength: 1_000_000,
    },
  });
}

/** A link that Plaid has forgotten is one that nobody can finish any more. */
async function readLink(plaid: PlaidApi, reference: string): Promise<LinkState> {
  try {
    return await ask('Reading a link at Plaid', linkState, () =>
      plaid.linkTokenGet({ link_token: reference }),
    );
  } catch (error) {
    const isForgotten = error instanceof BankLinkError && error.code === 'INVALID_LINK_TOKEN';
    if (isForgotten) return { link_sessions: [{ exit: {} }] };
    throw error;
  }
}

/** @param tokens in the order of the accounts; where there is none, Astra can't be given the account. */
function withTokens(item: AddedItem, tokens: readonly (string | null)[]): SharedAccount[] {
  const institutionId = item.institution?.institution_id ?? null;
  return item.accounts.map(({ name = null, mask = null, subtype = null }, index) => {
    return { name, mask, subtype, institutionId, processorToken: tokens[index] ?? null };
  });
}

function addedItems(state: LinkState): AddedItem[] {
  const sessions = state.link_sessions ?? [];
  return sessions.flatMap(({ results }) => results?.item_add_results ?? []);
}

/** Somebody who left may have opened the page once more, and be there now. */
function withoutItems(state: LinkState): BankTrip {
  const sessions = state.link_sessions ?? [];
  return sessions.length > 0 && sessions.every(({ exit }) => exit) ? 'left' : 'waiting';
}

/** @throws BankLinkError in place of whatever the package throws. */
async function ask<Schema extends z.ZodType>(
  what: string,
  schema: Schema,
  call: () => Promise<{ data: unknown }>,
): Promise<z.output<Schema>> {
  const { data } = await call().catch((error: unknown) => {
    throw explainFailure(error, what);
  });
  const read = schema.safeParse(data);
  // What zod says may repeat what it read, so it is left out.
  if (!read.success) throw new BankLinkError('unreadable', what);
  return read.data;
}
