import { sessionMarkField } from '@/lib/auth/session-mark-field';
import type { FormState } from '@/lib/http/form-state';
import { withinRequest } from './next-request';
import type { Browser } from './sign-in';

/** A server action of a form, whatever it answers. */
export type FormAction<Result = unknown> = (
  previous: { status: 'idle' },
  form: FormData,
) => Promise<FormState<Result>>;

/** Calls an action from a page of this browser. */
export async function callAction<Result>(
  { cookies, mark }: Browser,
  action: FormAction<Result>,
  fields: Record<string, string>,
): Promise<FormState<Result>> {
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  const { result } = await withinRequest({ headers, cookies }, () =>
    action({ status: 'idle' }, formOf({ [sessionMarkField]: mark, ...fields })),
  );
  return result;
}

/** What a browser sends of a form. */
export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
