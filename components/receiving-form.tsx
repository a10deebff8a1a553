'use client';

import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import { EndIcon } from './send/end-icon';
import { destinationObstacle } from './send/ends';
import { SessionMarkField } from './session-mark';
import { FormError } from './ui/form-error';
import { Notice } from './ui/notice';
import { Panel } from './ui/panel';
import { RadioCards } from './ui/radio-cards';
import { SubmitButton } from './ui/submit-button';
import { useFormFailure } from './ui/use-form-failure';

type ReceivingFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  choices: readonly EndChoice[];
  /** What others must type to find this person. */
  email: string;
  /** Null while they must choose again. */
  chosen: string | null;
};

/** Asks where somebody wants to receive other people's money, if at all. */
export function ReceivingForm({ action, choices, email, chosen }: ReceivingFormProps) {
  const [state, submit] = useActionState<FormState, FormData>(action, { status: 'idle' });
  const { failure, onInput } = useFormFailure(state);
  const options = choices.map((choice) => {
    const obstacle = destinationObstacle(choice, undefined);
    return {
      value: choice.value,
      title: choice.label,
      detail: detailOf(choice),
      icon: <EndIcon choice={choice} />,
      disabled: obstacle !== null,
      reason: obstacle ?? undefined,
    };
  });
  return (
    <form action={submit} onInput={onInput} className="grid gap-6">
      <SessionMarkField />
      <FormError message={failure?.message} fields={failure?.fields} />
      {state.status === 'done' && <Notice tone="positive" title="Saved" />}
      <Panel>
        <RadioCards
          key={`${chosen} ${failure?.attempt ?? ''}`}
          name="receiving"
          label="Receive money on"
          hint={`Others find you by ${email}. They see your first name and an initial, and never which card or account it is.`}
          options={[
            ...options,
            {
              value: 'nowhere',
              title: 'Nothing',
              detail:
                'Nobody can send you money, or learn that you are here. What others have planned to send you is paused. What is on its way still arrives.',
            },
          ]}
          defaultValue={failure?.values['receiving'] ?? chosen ?? undefined}
          error={failure?.fields['receiving']}
        />
      </Panel>
      <SubmitButton size="lg" pendingLabel="Saving…">
        Save
      </SubmitButton>
    </form>
  );
}

/** What an account is called, and who can pay into it. */
function detailOf({ kind, detail, to }: EndChoice): string | undefined {
  if (kind === 'card') return undefined;
  const limit = to.card ? 'From other people’s bank accounts only.' : null;
  return [detail, limit].filter(Boolean).join('. ') || undefined;
}
