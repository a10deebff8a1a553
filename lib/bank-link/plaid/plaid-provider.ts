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
import { BankLinkError, type BankLinkProvider, pageMinutes, type SharedAccount } from '../provider';
import {
  type AddedItem,
  createdLink,
  createdProcessorToken,
  exchangedItem,
  isWithin,
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
  /** Where its pages are, when it is not Plaid: for tests. */
  pageDomain?: string;
  timeoutMs?: number;
};

/**
 * Plaid, by its hosted page: the person leaves for an address of Plaid's and comes back, and
 * everything that counts is asked of Plaid from here. See docs/decisions/0018.
 */
export function plaidProvider(settings: PlaidSettings): BankLinkProvider {
  const plaid = new PlaidApi(configurationOf(settings));
  // People type the password of their bank there, so whatever an answer says, it is Plaid's.
  const { pageDomain = 'plaid.com' } = settings;
  const link = createdLink.refine(({ hosted_link_url: url }) => isWithin(pageDomain, url));

  /** The accounts of one bank, each with a token for Astra. */
  async function claim(item: AddedItem): Promise<SharedAccount[]> {
    const { access_token } = await ask('Exchanging a public token at Plaid', exchangedItem, () =>
      plaid.itemPublicTokenExchange({ public_token: item.public_token }),
    );
    const institutionId = item.institution?.institution_id ?? null;
    const shared: SharedAccount[] = [];
    for (const { id, name = null, mask = null, subtype = null } of item.accounts) {
      const processorToken = await makeProcessorToken(access_token, id);
      shared.push({ name, mask, subtype, institutionId, processorToken });
    }
    return shared;
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
      const made = await ask('Opening a link at Plaid', link, () =>
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
      const [visit, ...others] = state.link_sessions ?? [];
      if (!visit) return 'waiting';
      const [item, ...more] = visit.results?.item_add_results ?? [];
      // Whose accounts would these be? Two visits may be of two people.
      if (others.length > 0 || more.length > 0 || (item && visit.exit)) {
        throw new BankLinkError('refused', 'Finishing a link of Plaid’s', {
          code: 'SEVERAL_VISITS',
        });
      }
      if (!item) return visit.exit ? 'left' : 'waiting';
      return { accounts: await claim(item) };
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
