import { sessionMarkField } from '@/lib/auth/session-mark-field';
import type { FormState } from '@/lib/http/form-state';

/** A server action made by `userAction`. */
export type Action<Result> = (
  previous: FormState<Result>,
  form: FormData,
) => Promise<FormState<Result>>;

/**
 * Calls an action outside of a form's own submission.
 *
 * @param mark of the page; see `useSessionMark`.
 *
 * @returns null when our server did not answer.
 */
export async function callAction<Result>(
  action: Action<Result>,
  mark: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<FormState<Result> | null> {
  const form = new FormData();
  form.set(sessionMarkField, mark);
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    return await action({ status: 'idle' }, form);
  } catch {
    return null;
  }
}
