'use client';

import { type ReactNode, useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from '../session-mark';
import type { ButtonVariant } from '../ui/button-styles';
import { FormError } from '../ui/form-error';
import { SubmitButton } from '../ui/submit-button';

type Departure = FormState<{ url: string }>;

type DepartureFormProps = {
  /** Says where to go. */
  action: (previous: Departure, form: FormData) => Promise<Departure>;
  button: string;
  variant?: ButtonVariant;
  children: ReactNode;
};

/**
 * A form after which the whole tab goes elsewhere. The browser is sent there by its address and not
 * by a redirect of the form: our content security policy lets forms lead to this app alone.
 */
export function DepartureForm({
  action,
  button,
  variant = 'primary',
  children,
}: DepartureFormProps) {
  // Sent on from here and not by an effect: when the page reads itself again in the same moment, it
  // may have no such form any more, and an effect of it would never run.
  async function depart(previous: Departure, form: FormData): Promise<Departure> {
    const next = await action(previous, form);
    if (next.status === 'done') window.location.assign(next.result.url);
    return next;
  }
  const [state, submit] = useActionState<Departure, FormData>(depart, { status: 'idle' });
  const url = state.status === 'done' ? state.result.url : null;

  return (
    <form action={submit} className="grid gap-5">
      <SessionMarkField />
      {state.status === 'error' && (
        <FormError key={state.attempt} message={state.message} fields={state.fields} />
      )}
      {children}
      {url ? (
        // Still there for somebody who comes back to this page with the browser's button.
        <p role="status" className="text-ink-muted">
          On the way.{' '}
          <a href={url} className="font-medium text-accent underline underline-offset-2">
            Continue
          </a>{' '}
          if nothing happens.
        </p>
      ) : (
        <SubmitButton
          size="lg"
          variant={variant}
          className="justify-self-start"
          pendingLabel="One moment…"
        >
          {button}
        </SubmitButton>
      )}
    </form>
  );
}
