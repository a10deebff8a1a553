import type { FormState } from '@/lib/http/form-state';
import { withinRequest } from './next-request';

/** A server action of a form, whatever it answers. */
export type FormAction<Result = unknown> = (
  previous: { status: 'idle' },
  form: FormData,
) => Promise<FormState<Result>>;

/** Calls an action as a browser with these cookies does. */
export async function callAction<Result>(
  cookies: Record<string, string>,
  action: FormAction<Result>,
  fields: Record<string, string>,
): Promise<FormState<Result>> {
  const headers = { 'x-forwarded-for': '192.0.2.1' };
  const { result } = await withinRequest({ headers, cookies }, () =>
    action({ status: 'idle' }, formOf(fields)),
  );
  return result;
}

/** What a browser sends of a form. */
export function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}
