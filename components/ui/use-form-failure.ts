import { type FormEvent, useState } from 'react';
import type { FormState } from '@/lib/http/form-state';

type Failure = Extract<FormState<unknown>, { status: 'error' }>;

/**
 * How the last submission failed, less the sentences about fields that were edited since: they were
 * about what stood there before. When none is left, the message that pointed at them goes too.
 *
 * Give `onInput` to the form.
 */
export function useFormFailure(state: FormState<unknown>) {
  const [edited, setEdited] = useState({ attempt: '', names: [] as readonly string[] });
  const failure = state.status === 'error' ? state : null;
  const names = failure?.attempt === edited.attempt ? edited.names : [];

  function onInput({ target }: FormEvent<HTMLFormElement>) {
    if (!failure || !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) {
      return;
    }
    if (!Object.hasOwn(failure.fields, target.name) || names.includes(target.name)) return;
    setEdited({ attempt: failure.attempt, names: [...names, target.name] });
  }

  return { failure: failure && withoutFields(failure, names), onInput };
}

function withoutFields(failure: Failure, names: readonly string[]) {
  const all = Object.entries(failure.fields);
  const left = all.filter(([name]) => !names.includes(name));
  const message = all.length > 0 && left.length === 0 ? undefined : failure.message;
  return { ...failure, message, fields: Object.fromEntries(left) };
}
