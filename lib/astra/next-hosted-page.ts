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
  | {
      is: 'user';
      id: string;
      status: OpenEnum<(typeof userStatuses)[number]>;
      hasToken: boolean;
    };

/**
 * The hosted page a person needs next, with the id to put into its address; or why there is none.
 * Add `phone` and `phoneReadOnly` to every address: Astra recommends both.
 */
export type NextHostedPage =
  | { page: 'authorize'; ids: { userIntentId: string } | { userId: string } }
  | { page: 'verify_profile' | 'submit_document'; ids: { userId: string } }
  | { page: null; reason: NoPageReason; explanation: string };

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
 * Decides which hosted page a person needs, by the newest edition of Astra's table ("Guide to
 * Astra's SDK").
 *
 * Before authorization everybody who may still pass goes to the same page, whatever the check said:
 * that page itself asks for what is missing. The `verify` pages are for users with a token.
 */
export function nextHostedPage(subject: HostedPageSubject): NextHostedPage {
  if (subject.is === 'nobody') return none('no_user_intent');
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
  if (status === 'retry') return { page: 'verify_profile', ids };
  if (status === 'document') return { page: 'submit_document', ids };
  return none(status === 'pending' ? 'in_review' : 'nothing_to_do');
}

const mayAuthorize: ReadonlySet<string> = new Set(['pending', 'approved', 'retry', 'document']);

function none(reason: NoPageReason): NextHostedPage {
  return { page: null, reason, explanation: explanations[reason] };
}
