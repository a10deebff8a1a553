import type { OpenEnum } from './contract/open-enum';
import type { userIntentStatuses } from './contract/user-intents';
import type { userStatuses } from './contract/users';

/** Where a person stands with Astra. `hasToken`: they authorized us and the tokens still work. */
export type HostedPageSubject =
  | { is: 'nobody' }
  | {
      is: 'user_intent';
      id: string;
      status: OpenEnum<(typeof userIntentStatuses)[number]>;
      /** Known once the intent is `converted_to_user`. */
      userId?: string | null | undefined;
      hasToken: boolean;
    }
  /** A business that has been introduced and is not a user yet. */
  | { is: 'business_profile'; id: string }
  | {
      is: 'user';
      id: string;
      status: OpenEnum<(typeof userStatuses)[number]>;
      isBusiness?: boolean | undefined;
      hasToken: boolean;
    };

/** The hosted page somebody needs next, with the id to put into its address; or why there is none. */
export type NextHostedPage =
  | {
      page: 'authorize';
      ids: { userIntentId: string } | { userId: string } | { businessProfileId: string };
    }
  | { page: 'verify_profile' | 'submit_document' | 'verify_business'; ids: { userId: string } }
  | NoHostedPage;

/** Somebody is not to be sent to Astra. The explanation is for developers. */
export type NoHostedPage = { page: null; reason: NoPageReason; explanation: string };

/** Why somebody is not sent to Astra. */
export type NoPageReason = keyof typeof explanations;

const explanations = {
  no_user_intent: 'Create a user intent first.',
  look_at_user: 'There is a token: fetch the user, whose status counts from now on.',
  user_id_unknown: 'The intent became a user: fetch it again to learn the user’s id.',
  in_review: 'Astra is checking the person; its webhook tells when it is done.',
  nothing_to_do: 'The person is approved and has authorized us.',
  rejected: 'Astra rejected the person. Do not send them to its pages.',
  suspended: 'Astra suspended the person. Do not send them to its pages.',
  unknown_status: 'Astra answered with a status that this client does not know.',
} as const;

/**
 * Decides which hosted page somebody needs, by the newest edition of Astra's table.
 * `hostedPages.nextUrl` makes the address of the answer.
 *
 * Before authorization everybody who may still pass goes to the same page, whatever the check said:
 * that page itself asks for what is missing. The `verify` pages are for users with a token.
 *
 * Source: guide, "Guide to Astra's SDK".
 */
export function nextHostedPage(subject: HostedPageSubject): NextHostedPage {
  if (subject.is === 'nobody') return none('no_user_intent');
  if (subject.is === 'business_profile') {
    return { page: 'authorize', ids: { businessProfileId: subject.id } };
  }
  const { status } = subject;
  if (status === 'rejected') return none('rejected');
  if (status === 'suspended') return none('suspended');
  if (subject.is === 'user_intent') {
    if (subject.hasToken) return none('look_at_user');
    if (status === 'converted_to_user') {
      // Its phone may be stale by now, so the intent's id must not be used any more.
      const { userId } = subject;
      return userId ? { page: 'authorize', ids: { userId } } : none('user_id_unknown');
    }
    return mayAuthorize.has(status)
      ? { page: 'authorize', ids: { userIntentId: subject.id } }
      : none('unknown_status');
  }
  const ids = { userId: subject.id };
  if (!mayAuthorize.has(status)) return none('unknown_status');
  if (!subject.hasToken) return { page: 'authorize', ids };
  if (status === 'pending') return none('in_review');
  if (status === 'approved') return none('nothing_to_do');
  // Businesses have one page for everything that a review may ask of them.
  if (subject.isBusiness) return { page: 'verify_business', ids };
  return { page: status === 'retry' ? 'verify_profile' : 'submit_document', ids };
}

const mayAuthorize: ReadonlySet<string> = new Set(['pending', 'approved', 'retry', 'document']);

function none(reason: NoPageReason): NoHostedPage {
  return { page: null, reason, explanation: explanations[reason] };
}
