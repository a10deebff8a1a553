import { type FormEvent, useState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import { type Ends, firstEnds, withSource } from './ends';

/** The names of the two fields. */
export const endNames = { source: 'source', destination: 'destination' } as const;

type Typed = Readonly<Record<string, string>>;

/**
 * Follows what is chosen at both ends in the form, so that only what fits is offered. The fields
 * themselves hold the choice, and are submitted.
 *
 * Give `onChange` to the form, and `key` to what stands for the fields: React resets a form after
 * its action, and with a new key the fields begin with `ends`.
 *
 * @param typed what was composed on this form before, if anything was.
 */
export function useEnds(choices: readonly EndChoice[], typed: Typed, state: FormState) {
  const failure = state.status === 'error' ? state : null;
  const attempt = failure?.attempt ?? '';
  const [ends, setEnds] = useState<Ends>(
    () => endsOf(failure?.values) ?? endsOf(typed) ?? firstEnds(choices),
  );
  const [lastAttempt, setLastAttempt] = useState(attempt);
  if (attempt !== lastAttempt) {
    setLastAttempt(attempt);
    setEnds(endsOf(failure?.values) ?? ends);
  }

  function onChange({ target }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    if (name === endNames.source) setEnds((before) => withSource(choices, before, value));
    if (name === endNames.destination) setEnds((before) => ({ ...before, destination: value }));
  }

  return { ends, attempt, onChange };
}

function endsOf(values: Typed | undefined): Ends | null {
  if (!values || Object.keys(values).length === 0) return null;
  const { [endNames.source]: source, [endNames.destination]: destination } = values;
  return { source, destination };
}
