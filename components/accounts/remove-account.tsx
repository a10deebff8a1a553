'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { ButtonLink } from '../ui/button-link';
import { FormError } from '../ui/form-error';
import { SubmitButton } from '../ui/submit-button';

type RemoveAccountProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  accountId: string;
};

/** The last word before an account is removed. */
export function RemoveAccount({ action, accountId }: RemoveAccountProps) {
  const [state, submit] = useActionState<FormState, FormData>(action, { status: 'idle' });
  return (
    <form action={submit} className="grid gap-5">
      {state.status === 'error' && <FormError message={state.message} />}
      <input type="hidden" name="accountId" value={accountId} />
      <p className="text-pretty text-ink-muted">
        Astra forgets the account. You can link it again at any time; payments of the past stay in
        your activity.
      </p>
      <div className="flex flex-wrap gap-3">
        <SubmitButton variant="danger" pendingLabel="Removing…">
          Remove this account
        </SubmitButton>
        <ButtonLink href={`/accounts/${accountId}`} variant="secondary">
          Keep it
        </ButtonLink>
      </div>
    </form>
  );
}
