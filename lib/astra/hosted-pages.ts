import type { z } from 'zod';
import type { Settings } from './config';
import {
  authorizePageQuery,
  hostedPaths,
  linkCardPageQuery,
  verifyPageQuery,
  verifyPaths,
} from './contract/hosted-pages';
import { checkRequest } from './transport/check-request';

/** What every hosted page takes. */
export type HostedPageOptions = {
  /**
   * Comes back with the redirect. Make it random, bind it to the person's session and accept it
   * once: it is what ties the redirect to whoever started.
   */
  state: string;
  /** Whom the page is for, once there is a user at Astra. */
  userId?: string | undefined;
  /** `+15557771234` or the bare ten digits; must be the phone that Astra knows the person by. */
  phone?: string | undefined;
  /** Locks the phone field. Needs `phone`. */
  phoneReadOnly?: boolean | undefined;
};

/** What the page that collects authorization takes as well. */
export type AuthorizePageOptions = HostedPageOptions & {
  /** Whom the page is for while there is only an intent. Not together with `userId`. */
  userIntentId?: string | undefined;
  /** Skips the screen that offers to add a card. */
  bypassConnect?: boolean | undefined;
  /** Goes straight to the card form. */
  debitDirect?: boolean | undefined;
  /** Skips the SMS code. Lives one minute and works once. */
  sessionToken?: string | undefined;
};

/** What the page that links a card takes as well. */
export type LinkCardPageOptions = HostedPageOptions & {
  /** Goes straight to the card form. */
  debitDirect?: boolean | undefined;
};

/** Addresses of Astra's hosted pages, for an iframe or a redirect. They hold no secret of ours. */
export function hostedPages({ urls, clientId, redirectUri }: Settings) {
  function pageUrl(path: string, schema: z.ZodType<object>, options: Record<string, unknown>) {
    const query = { client_id: clientId, redirect_uri: redirectUri, ...options };
    const checked = checkRequest({ method: 'GET', path }, schema, withoutAbsent(query));
    return `${urls.app}${path}?${new URLSearchParams(Object.entries(checked))}`;
  }

  return {
    /**
     * Where a person accepts Astra's terms, confirms their phone and may add a card. The redirect
     * brings a code for `tokens.exchangeCode`.
     *
     * @throws AstraInvalidRequestError when an option cannot be sent.
     */
    authorizeUrl(options: AuthorizePageOptions): string {
      return pageUrl(hostedPaths.authorize, authorizeQuery, {
        response_type: 'code',
        user_intent_id: options.userIntentId,
        ...commonQuery(options),
        bypass_connect: flag(options.bypassConnect),
        debit_direct: flag(options.debitDirect),
        session_token: options.sessionToken,
      });
    },

    /**
     * Where a person adds a card. The redirect brings no code; the card comes by webhook and by
     * `cards.list`.
     *
     * @throws AstraInvalidRequestError when an option cannot be sent.
     */
    linkCardUrl(options: LinkCardPageOptions): string {
      return pageUrl(hostedPaths.linkCard, withPhoneToLock(linkCardPageQuery), {
        ...commonQuery(options),
        debit_direct: flag(options.debitDirect),
      });
    },

    /** Where a user in status `retry` corrects their details. @throws AstraInvalidRequestError */
    verifyProfileUrl(options: HostedPageOptions): string {
      const query = withPhoneToLock(verifyPageQuery);
      return pageUrl(verifyPaths.personal, query, commonQuery(options));
    },

    /** Where a user in status `document` hands in a photo ID. @throws AstraInvalidRequestError */
    submitDocumentUrl(options: HostedPageOptions): string {
      const query = withPhoneToLock(verifyPageQuery);
      return pageUrl(verifyPaths.document, query, commonQuery(options));
    },
  };
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

/** A locked empty field would be a page without a way on. */
function withPhoneToLock<
  Query extends { phone?: string | undefined; phone_read_only?: 'true' | undefined },
>(schema: z.ZodType<Query>): z.ZodType<Query> {
  return schema.refine((query) => !query.phone_read_only || query.phone, {
    path: ['phone'],
    error: 'A phone field can only be locked with a phone in it.',
  });
}

const authorizeQuery = withPhoneToLock(authorizePageQuery).refine(
  (query) => !query.user_intent_id || !query.user_id,
  { path: ['user_id'], error: 'Name the intent or the user, not both.' },
);
