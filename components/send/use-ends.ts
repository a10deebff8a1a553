import { type FormEvent, useState } from 'react';
import type { CardChoice } from '@/lib/cards/list-card-choices';
import type { FormState } from '@/lib/http/form-state';
import { type Ends, firstEnds, withSource } from './ends';

/** The names of the two fields. */
export const endNames = { source: 'source', destination: 'destination' } as const;

/**
 * Follows which two cards are chosen in the form, so that one is never offered as both ends. The
 * fields themselves hold the choice, and are submitted.
 *
 * Give `onChange` to the form, and `key` to what stands for the fields: React resets a form after
 * its action, and with a new key the fields begin with `ends`.
 */
export function useEnds(cards: readonly CardChoice[], state: FormState) {
  const failure = state.status === 'error' ? state : null;
  const attempt = failure?.attempt ?? '';
  const [ends, setEnds] = useState<Ends>(() => submittedEnds(failure) ?? firstEnds(cards));
  const [lastAttempt, setLastAttempt] = useState(attempt);
  if (attempt !== lastAttempt) {
    setLastAttempt(attempt);
    setEnds(submittedEnds(failure) ?? ends);
  }

  function onChange({ target }: FormEvent<HTMLFormElement>) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
    const { name, value } = target;
    if (name === endNames.source) setEnds((before) => withSource(cards, before, value));
    if (name === endNames.destination) setEnds((before) => ({ ...before, destination: value }));
  }

  return { ends, attempt, onChange };
}

function submittedEnds(failure: { values: Readonly<Record<string, string>> } | null): Ends | null {
  if (!failure) return null;
  const { [endNames.source]: source, [endNames.destination]: destination } = failure.values;
  return { source, destination };
}
