import 'server-only';
import { randomUUID } from 'node:crypto';
import { redirect, unstable_rethrow } from 'next/navigation';
import type { z } from 'zod';
import { recordAudit } from '@/lib/audit/record-audit';
import { currentUser, type SignedInUser } from '@/lib/auth/current-user';
import { isOperator } from '@/lib/auth/operator';
import { currentSessionMark } from '@/lib/auth/session-mark';
import { sessionMarkField } from '@/lib/auth/session-mark-field';
import { db } from '@/lib/db/prisma';
import { log } from '@/lib/log/logger';
import { fieldSentences } from './field-sentences';
import type { FormState } from './form-state';
import { isWithinLimit, type RateLimit } from './rate-limit';
import { UserFacingError } from './user-facing-error';

const usualLimit: RateLimit = { count: 60, minutes: 5 };

const madeForAnother =
  'Somebody signed in again since this page was opened, so nothing was done. Load the page again, then repeat this.';

type ActionOptions<Schema extends z.ZodType, Result> = {
  /** For the log. */
  name: string;
  schema: Schema;
  /** Fields that are never handed back to the browser. */
  secretFields?: readonly string[];
  /** For what operators do to other people's things. Without it, `run` must stay with the person's. */
  operatorsOnly?: boolean;
  /** How often one person may do this; more than people do and less than programs would. */
  limit?: RateLimit;
  run: (input: z.output<Schema>, user: SignedInUser) => Promise<Result>;
  /**
   * What is written down about it once it is done. An act that must never be without its trace
   * records it by itself, in its own transaction.
   */
  audit?: (input: z.output<Schema>, result: Result) => Audited | null;
  /** Where the person goes once it is done; without it, or with null, the form gets the result. */
  leadTo?: (input: z.output<Schema>, result: Result) => string | null;
};

/** A short name, such as `payment.reviewed`, and one sentence without personal data. */
type Audited = { action: string; detail: string; correlationId?: string | null };

/**
 * Makes the server action of a form. A server action is an open HTTP endpoint, so each one checks
 * the session and parses its input by itself, whatever page it belongs to. What was typed into a
 * page that was made for another session is refused, and not handed back.
 *
 * The person sees sentences: beside the fields for input that does not fit, on top for what went
 * wrong. Everything else goes to the log with a reference that the person can quote.
 */
export function userAction<Schema extends z.ZodType, Result>(
  options: ActionOptions<Schema, Result>,
): (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>> {
  return async (_previous, form: unknown) => {
    const attempt = randomUUID();
    // The compiler's word for it does not bind whoever calls the endpoint.
    const { [sessionMarkField]: mark, ...typed } = form instanceof FormData ? textsOf(form) : {};
    const fail = (message: string, fields: Record<string, string> = {}): FormState<Result> => ({
      status: 'error',
      message,
      fields,
      values: omit(typed, options.secretFields ?? []),
      attempt,
    });

    try {
      const user = await currentUser();
      if (!user) return fail('You are signed out. Sign in again, then repeat this.');
      if (mark !== (await currentSessionMark())) return { ...fail(madeForAnother), values: {} };
      if (options.operatorsOnly && !isOperator(user)) return fail('Only operators can do this.');
      const limit = options.limit ?? usualLimit;
      if (!(await isWithinLimit(`${options.name}:${user.id}`, limit))) {
        return fail('That was very often in a short time. Wait a few minutes, then try again.');
      }
      const input = options.schema.safeParse(typed);
      if (!input.success)
        return fail('Please check the marked fields.', fieldSentences(input.error));
      const result = await options.run(input.data, user);
      const audited = options.audit?.(input.data, result);
      if (audited) await recordAudit(db(), { userId: user.id, actorId: user.id, ...audited });
      const next = options.leadTo?.(input.data, result);
      if (next) redirect(next);
      return { status: 'done', result };
    } catch (error) {
      // Redirects travel as exceptions.
      unstable_rethrow(error);
      if (error instanceof UserFacingError) return fail(error.message, { ...error.fields });
      const reference = attempt.slice(0, 8);
      log().error({ err: error, action: options.name, reference }, 'an action failed');
      return fail(
        `Something went wrong on our side. Try again; if it stays, write to us with the reference ${reference}.`,
      );
    }
  };
}

/** React adds fields of its own, which start with `$`; files are not expected anywhere. */
function textsOf(form: FormData): Record<string, string> {
  const texts = [...form.entries()].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !entry[0].startsWith('$'),
  );
  // PostgreSQL's text holds neither NUL nor half of a surrogate pair, and no keyboard types them.
  return Object.fromEntries(
    texts.map(([name, text]) => [name, text.toWellFormed().replaceAll('\0', '\uFFFD')]),
  );
}

function omit(values: Record<string, string>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));
}
