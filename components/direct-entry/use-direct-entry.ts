import { type FormEvent, useRef, useState } from 'react';
import type { z } from 'zod';
import type { EntryEnd } from '@/lib/direct-entry/finish-entry';
import { fieldSentences } from '@/lib/http/field-sentences';
import type { FormState } from '@/lib/http/form-state';
import type { LentToken } from '@/lib/tokens/lend-access-token';
import { useSessionMark } from '../session-mark';
import { useFormFailure } from '../ui/use-form-failure';
import { type Action, callAction } from './call-action';
import { postToSecureHost } from './post-to-secure-host';
import { refusalWords } from './refusal-words';

/** What our server does about an entry: before it, and after it. Neither hears of a number. */
export type EntryActions = { lend: Action<LentToken>; finish: Action<EntryEnd> };

type EntryOptions<Typed extends object> = EntryActions & {
  /** The endpoint of the secure host. */
  url: string;
  /** Parses what was typed into what Astra is sent. */
  schema: z.ZodType<Typed>;
  /** The list that shows what was added. */
  doneHref: string;
  /** A field that is typed anew after each attempt. */
  secretField?: string;
  /** What to ask before this is sent, if anything: it goes once its box {@link againField} is ticked. */
  doubt?: (typed: Typed) => string | null;
};

/** The box by which people say that they mean to add what is there already. */
export const againField = 'again';

/** `checking`: it may have been added, so the form takes nothing more. */
type Phase = 'typing' | 'sending' | 'checking';

/** Whether what was typed is among the person's already: Astra refused it, or we ask about it. */
type Already = 'refused' | 'asked' | null;

/**
 * Sends a form to Astra's secure host from the browser: parses it here, borrows the person's token,
 * posts once, and has our server fetch what came of it and recall the token.
 */
export function useDirectEntry<Typed extends object>(options: EntryOptions<Typed>) {
  const { url, schema, lend, finish, doneHref, secretField, doubt } = options;
  const mark = useSessionMark();
  // State would let the second click of a double click pass: it comes before the next render.
  const isBusy = useRef(false);
  const [phase, setPhase] = useState<Phase>('typing');
  const [state, setState] = useState<FormState>({ status: 'idle' });
  const [already, setAlready] = useState<Already>(null);
  const { failure, onInput } = useFormFailure(state);

  function fail(
    message: string,
    fields: Readonly<Record<string, string>> = {},
    found: Already = null,
  ): Phase {
    const attempt = String(performance.now());
    setAlready(found);
    setState({ status: 'error', message, fields, values: {}, attempt });
    return 'typing';
  }

  async function send(form: HTMLFormElement): Promise<Phase> {
    const values = new FormData(form);
    const typed = schema.safeParse(Object.fromEntries(values));
    if (!typed.success) {
      return fail('Please check the marked fields.', fieldSentences(typed.error));
    }
    const question = values.has(againField) ? null : (doubt?.(typed.data) ?? null);
    if (question) return fail(question, {}, 'asked');
    const lent = await callAction(lend, mark);
    if (lent?.status !== 'done') {
      const reason = lent?.status === 'error' ? lent.message : 'We could not be reached.';
      return fail(`${reason} Nothing was sent.`);
    }
    const { accessToken, loan } = lent.result;
    const answer = await postToSecureHost({ url, accessToken, body: typed.data });
    const { outcome, requestId } = answer;
    const end = await callAction(finish, mark, {
      loan,
      outcome,
      requestId,
      id: answer.outcome === 'created' ? answer.id : '',
    });
    if (answer.outcome === 'refused') {
      clear(form, secretField);
      const isField = (name: string) => form.elements.namedItem(name) !== null;
      const { message, fields, isThereAlready } = refusalWords(answer, isField);
      return fail(message, fields, isThereAlready ? 'refused' : null);
    }
    if (end?.status !== 'done' || end.result !== 'stored') return 'checking';
    // Back must not lead to a form that still holds the number.
    window.location.replace(doneHref);
    return 'sending';
  }

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isBusy.current) return;
    isBusy.current = true;
    setPhase('sending');
    const next = await send(event.currentTarget);
    setPhase(next);
    isBusy.current = next !== 'typing';
  }

  return { phase, failure, already, onInput, onSubmit };
}

export type DirectEntry = ReturnType<typeof useDirectEntry>;

function clear(form: HTMLFormElement, name: string | undefined): void {
  const field = name === undefined ? null : form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = '';
}
