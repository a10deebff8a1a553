'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from '../session-mark';
import { ButtonLink } from '../ui/button-link';
import { FormError } from '../ui/form-error';
import { Notice } from '../ui/notice';
import { SubmitButton } from '../ui/submit-button';

type Action<Result> = (previous: FormState<Result>, form: FormData) => Promise<FormState<Result>>;

type ConfirmFormProps = {
  confirm: Action<string>;
  again: Action<undefined>;
  formKey: string;
  /** Where it can be changed. */
  changeHref: string;
  /** Which review is on the page: if another one came since, nothing is sent. */
  version: number;
  /** Why it cannot be sent as it is. */
  obstacle: string | null;
  /** Whether it was reviewed so long ago that its fees may have changed. */
  isOld: boolean;
};

/** The button that sends, or, where that is not possible, what to do instead. */
export function ConfirmForm(props: ConfirmFormProps) {
  const { confirm, again, formKey, changeHref, version, obstacle, isOld } = props;
  const [state, submit, isSending] = useActionState<FormState<string>, FormData>(confirm, {
    status: 'idle',
  });
  const change = (
    <ButtonLink href={changeHref} variant="secondary" size="lg">
      Change something
    </ButtonLink>
  );
  if (obstacle) {
    return (
      <Notice tone="critical" title="This cannot be sent as it is" action={change}>
        {obstacle}
      </Notice>
    );
  }
  if (isOld || state.status === 'error') {
    return (
      <div className="grid gap-4">
        <FormError
          message={
            state.status === 'error'
              ? state.message
              : 'You composed this a while ago, and its fees may have changed.'
          }
        />
        <AgainForm again={again} formKey={formKey} />
        {change}
      </div>
    );
  }
  return (
    <form action={submit} className="grid gap-3">
      <SessionMarkField />
      <input type="hidden" name="form" value={formKey} />
      <input type="hidden" name="version" value={version} />
      <SubmitButton size="lg" pendingLabel="Sending…">
        Send money
      </SubmitButton>
      <p role="status" className="text-pretty text-ink-muted">
        {isSending &&
          'This is being sent. If the answer takes long, your activity shows how it goes: there is never a need to send it twice.'}
      </p>
      {!isSending && change}
    </form>
  );
}

function AgainForm({ again, formKey }: Pick<ConfirmFormProps, 'again' | 'formKey'>) {
  const [state, submit] = useActionState<FormState, FormData>(again, { status: 'idle' });
  // The fields are on another page, so what is wrong with them is said here.
  const fault = state.status === 'error' ? Object.values(state.fields)[0] : undefined;
  return (
    <form action={submit} className="grid gap-3">
      <SessionMarkField />
      <FormError message={fault ?? (state.status === 'error' ? state.message : undefined)} />
      <input type="hidden" name="form" value={formKey} />
      <SubmitButton size="lg" pendingLabel="Checking…">
        Review it again
      </SubmitButton>
    </form>
  );
}
