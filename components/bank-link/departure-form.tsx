'use client';

import { type ReactNode, useActionState, useEffect } from 'react';
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
  const [state, submit] = useActionState<Departure, FormData>(action, { status: 'idle' });
  const url = state.status === 'done' ? state.result.url : null;

  useEffect(() => {
    if (url) window.location.assign(url);
  }, [url]);

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
