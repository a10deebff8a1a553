import type { z } from 'zod';
import type { Settings } from './config';
import { hostedGaps } from './contract/assumptions';
import { hostedPaths, verifyPaths } from './contract/hosted-pages';
import {
  type AuthorizePageOptions,
  type HostedPageOptions,
  type LinkAccountPageOptions,
  type LinkCardPageOptions,
  pageQueries,
  type VerifyCardPageOptions,
  type VerifyPageOptions,
} from './hosted-page-options';
import { type HostedPageSubject, type NoHostedPage, nextHostedPage } from './next-hosted-page';
import { checkRequest } from './transport/check-request';

/** Where to send somebody next, or why not to. */
export type NextHostedUrl = { page: string; url: string } | NoHostedPage;

/**
 * Addresses of Astra's hosted pages, for an iframe or a redirect. They hold no secret of ours.
 * Source: reference, "OAuth Links and Parameters".
 *
 * Each throws AstraInvalidRequestError when an option cannot be sent.
 */
export function hostedPages({ urls, clientId, redirectUri }: Settings) {
  function pageUrl(path: string, schema: z.ZodType<object>, options: Record<string, unknown>) {
    const query = { client_id: clientId, redirect_uri: redirectUri, ...options };
    const checked = checkRequest({ method: 'GET', path }, schema, withoutAbsent(query));
    return `${urls.app}${path}?${new URLSearchParams(Object.entries(checked))}`;
  }

  function verifyUrl(path: string, options: VerifyPageOptions): string {
    const user_intent_id = options.userIntentId;
    return pageUrl(path, pageQueries.verify, { user_intent_id, ...commonQuery(options) });
  }

  const pages = {
    /**
     * Where a person accepts Astra's terms, confirms their phone and may add a card. The redirect
     * brings a code for `tokens.exchangeCode`.
     */
    authorizeUrl(options: AuthorizePageOptions): string {
      return pageUrl(hostedPaths.authorize, pageQueries.authorize, {
        response_type: 'code',
        user_intent_id: options.userIntentId,
        business: flag(options.business || options.businessProfileId !== undefined),
        business_profile_id: options.businessProfileId,
        email: options.email,
        ...commonQuery(options),
        bypass_connect: flag(options.bypassConnect),
        debit_direct: flag(options.debitDirect),
        session_token: options.sessionToken,
      });
    },

    /**
     * Where a person adds a card. The redirect brings no code; the card comes by webhook and by
     * `cards.list`.
     */
    linkCardUrl(options: LinkCardPageOptions): string {
      const debit_direct = flag(options.debitDirect);
      const query = { ...commonQuery(options), debit_direct };
      return pageUrl(hostedPaths.linkCard, pageQueries.linkCard, query);
    },

    /** Where a person links a bank account, or connects one again. List the accounts afterwards. */
    linkAccountUrl(options: LinkAccountPageOptions): string {
      const account = { [hostedGaps.reconnectParameter]: options.reconnectAccountId };
      const query = { ...commonQuery(options), ...account };
      return pageUrl(hostedPaths.linkAccount, pageQueries.linkAccount, query);
    },

    /** Where a person sees and removes cards. */
    cardsUrl(options: HostedPageOptions): string {
      return pageUrl(hostedPaths.cards, pageQueries.plain, commonQuery(options));
    },

    /** Where a card is verified. Address and parameter are assumed. */
    verifyCardUrl(options: VerifyCardPageOptions): string {
      const query = { ...commonQuery(options), [hostedGaps.verifyCardParameter]: options.cardId };
      return pageUrl(hostedPaths.verifyCard, pageQueries.verifyCard, query);
    },

    /** Where a user in status `retry` corrects their details. */
    verifyProfileUrl: (options: VerifyPageOptions) => verifyUrl(verifyPaths.personal, options),

    /** Where a user in status `document` hands in a photo ID. */
    submitDocumentUrl: (options: VerifyPageOptions) => verifyUrl(verifyPaths.document, options),

    /** Where a business user's details are completed. People review them: 24 to 48 hours. */
    verifyBusinessUrl: (options: HostedPageOptions) =>
      pageUrl(verifyPaths.business, pageQueries.plain, commonQuery(options)),

    /**
     * The address to send somebody to next, by where they stand; or why they must not be sent.
     *
     * @param options `phone` with `phoneReadOnly` belongs into every address: Astra recommends it.
     */
    nextUrl(subject: HostedPageSubject, options: Omit<HostedPageOptions, 'userId'>): NextHostedUrl {
      const next = nextHostedPage(subject);
      if (next.page === null) return next;
      const { page, ids } = next;
      if (page === 'authorize') return { page, url: pages.authorizeUrl({ ...options, ...ids }) };
      const urlOf = {
        verify_profile: pages.verifyProfileUrl,
        submit_document: pages.submitDocumentUrl,
        verify_business: pages.verifyBusinessUrl,
      }[page];
      return { page, url: urlOf({ ...options, ...ids }) };
    },
  };
  return pages;
}

function commonQuery({ state, userId, phone, phoneReadOnly }: HostedPageOptions) {
  return {
    user_id: userId,
    phone: phone?.replace(/^\+1(?=\d{10}$)/, ''),
    phone_read_only: flag(phoneReadOnly),
    state,
  };
}

/** Absent is how Astra spells false. */
function flag(isSet: boolean | undefined): 'true' | undefined {
  return isSet ? 'true' : undefined;
}

function withoutAbsent(query: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}
