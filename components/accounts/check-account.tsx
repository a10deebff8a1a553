'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import { SessionMarkField } from '../session-mark';
import { DateTime } from '../ui/date-time';
import { FormError } from '../ui/form-error';
import { SubmitButton } from '../ui/submit-button';

type Check = FormState<{ knownSince: Date }>;

type CheckAccountProps = {
  action: (previous: Check, form: FormData) => Promise<Check>;
  accountId: string;
  /** When what this page shows was written down. */
  knownSince: Date;
};

/** Has the account looked at, and says so until the page shows something newer than was asked for. */
export function CheckAccount({ action, accountId, knownSince }: CheckAccountProps) {
  const [state, submit] = useActionState<Check, FormData>(action, { status: 'idle' });
  const isAsking =
    state.status === 'done' && state.result.knownSince.getTime() === knownSince.getTime();
  return (
    <form action={submit} className="grid gap-4">
      <SessionMarkField />
      {state.status === 'error' && <FormError message={state.message} />}
      <input type="hidden" name="accountId" value={accountId} />
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p role="status" className="text-sm text-ink-muted">
          {isAsking ? (
            'Astra is being asked. The answer appears here by itself.'
          ) : (
            <>
              As told by Astra <DateTime at={knownSince} />
            </>
          )}
        </p>
        <SubmitButton variant="secondary" pendingLabel="Asking…">
          Check now
        </SubmitButton>
      </div>
    </form>
  );
}
