import type { z } from 'zod';
import {
  authorizePageQuery,
  linkAccountPageQuery,
  linkCardPageQuery,
  plainPageQuery,
  verifyCardPageQuery,
  verifyPageQuery,
} from './contract/hosted-pages';

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
  /** Locks the phone field, which Astra recommends. Needs `phone`. */
  phoneReadOnly?: boolean | undefined;
};

/** What the page that collects authorization takes as well. */
export type AuthorizePageOptions = HostedPageOptions & {
  /** Whom the page is for while there is only an intent. Not together with `userId`. */
  userIntentId?: string | undefined;
  /** The form for businesses instead of the one for persons. Not together with `userIntentId`. */
  business?: boolean | undefined;
  /** Fills in the form for businesses; implies `business`. */
  businessProfileId?: string | undefined;
  /** Only an older edition wanted it, beside the intent's id. */
  email?: string | undefined;
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

/** What the page that links a bank account takes as well. */
export type LinkAccountPageOptions = HostedPageOptions & {
  /** An account whose connection broke, to connect again. The parameter is assumed. */
  reconnectAccountId?: string | undefined;
};

/** What the two pages that ask for more details take as well. */
export type VerifyPageOptions = HostedPageOptions & {
  /**
   * Stands in Astra's table; its guide sends users with a token there, who need none. Not together
   * with `userId`.
   */
  userIntentId?: string | undefined;
};

/** What the page that verifies a card takes as well. */
export type VerifyCardPageOptions = HostedPageOptions & { cardId: string };

type PhoneQuery = { phone?: string | undefined; phone_read_only?: 'true' | undefined };

/** A locked empty field would be a page without a way on. */
function withPhoneToLock<Query extends PhoneQuery>(schema: z.ZodType<Query>): z.ZodType<Query> {
  return schema.refine((query) => !query.phone_read_only || query.phone, {
    path: ['phone'],
    error: 'A phone field can only be locked with a phone in it.',
  });
}

/** What may stand in each page's address. */
export const pageQueries = {
  authorize: withPhoneToLock(authorizePageQuery)
    .refine(
      ({ user_intent_id, user_id, business_profile_id }) =>
        [user_intent_id, user_id, business_profile_id].filter(Boolean).length <= 1,
      { path: ['user_id'], error: 'Name the intent, the business profile or the user.' },
    )
    .refine(({ user_intent_id, business }) => !(user_intent_id && business), {
      path: ['business'],
      error: 'An intent names a person, who has no form for businesses.',
    }),
  linkCard: withPhoneToLock(linkCardPageQuery),
  linkAccount: withPhoneToLock(linkAccountPageQuery),
  verify: withPhoneToLock(verifyPageQuery).refine(
    ({ user_intent_id, user_id }) => !(user_intent_id && user_id),
    { path: ['user_id'], error: 'Name the intent or the user.' },
  ),
  verifyCard: withPhoneToLock(verifyCardPageQuery),
  plain: withPhoneToLock(plainPageQuery),
};
