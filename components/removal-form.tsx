'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from './session-mark';
import { ButtonLink } from './ui/button-link';
import { FormError } from './ui/form-error';
import { Notice } from './ui/notice';
import { SubmitButton } from './ui/submit-button';
import { takeFocus } from './ui/take-focus';

type Removal = FormState<{ knownSince: Date }>;

type RemovalFormProps = {
  /** Removes it; done without a redirect, nobody could tell yet whether it was removed. */
  action: (previous: Removal, form: FormData) => Promise<Removal>;
  /** Names what is removed: one hidden field. */
  field: { name: string; value: string };
  /** What is removed, in the middle of a sentence: "card". */
  what: string;
  /** When what this page shows was written down. */
  knownSince: Date;
  keepHref: string;
  button: string;
  /** What removing means. */
  children: ReactNode;
};

/** The last word before something is removed, and what is known of a removal without an answer. */
export function RemovalForm(props: RemovalFormProps) {
  const { action, field, what, knownSince, keepHref, button, children } = props;
  const [state, submit] = useActionState<Removal, FormData>(action, { status: 'idle' });
  const isUnclear = state.status === 'done';
  const isAsking = isUnclear && state.result.knownSince.getTime() === knownSince.getTime();
  return (
    <form action={submit} className="grid gap-5">
      <SessionMarkField />
      {state.status === 'error' && <FormError key={state.attempt} message={state.message} />}
      {isUnclear && (
        <div ref={takeFocus} tabIndex={-1} className="rounded-lg outline-offset-2">
          {isAsking ? (
            <Notice tone="caution" title="Astra did not answer.">
              We are finding out whether the {what} was removed. This page changes by itself.
            </Notice>
          ) : (
            <Notice tone="caution" title={`The ${what} is still there.`}>
              Astra did not remove it. You can try again now.
            </Notice>
          )}
        </div>
      )}
      <input type="hidden" {...field} />
      {!isAsking && (
        <>
          <div className="text-pretty text-ink-muted">{children}</div>
          <div className="flex flex-wrap gap-3">
            <SubmitButton variant="danger" pendingLabel="Removing…">
              {button}
            </SubmitButton>
            <ButtonLink href={keepHref} variant="secondary">
              Keep it
            </ButtonLink>
          </div>
        </>
      )}
    </form>
  );
}
