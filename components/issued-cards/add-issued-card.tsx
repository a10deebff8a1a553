'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import type { FormState } from '@/lib/http/form-state';
import type { ListedCard } from '@/lib/issuing/list-issued-cards';
import { SessionMarkField } from '../session-mark';
import { FormError } from '../ui/form-error';
import { SubmitButton } from '../ui/submit-button';
import { takeFocus } from '../ui/take-focus';

type Adding = FormState<'added' | 'checking'>;
export type AddAction = (previous: Adding, form: FormData) => Promise<Adding>;

type Props = {
  cardId: string;
  /** For people who can't see which card the button belongs to. */
  name: string;
  way: ListedCard['way'];
  /** How the card is doing. */
  text: string;
  action: AddAction;
};

/** Adds one card; once it is on its way, or where it can't be, says how it is doing. */
export function AddIssuedCard({ cardId, name, way, text, action }: Props) {
  const [state, submit] = useActionState<Adding, FormData>(action, { status: 'idle' });
  if (way !== 'ready') {
    return (
      <p
        // The button that had the focus is gone.
        ref={state.status === 'done' ? takeFocus : undefined}
        role={state.status === 'done' ? 'status' : undefined}
        tabIndex={-1}
        className="text-sm text-ink-muted outline-none"
      >
        {text}{' '}
        {way === 'added' && (
          <Link href="/cards" className="rounded-sm text-accent underline underline-offset-4">
            Show your cards
          </Link>
        )}
      </p>
    );
  }
  return (
    <form action={submit} className="grid gap-3">
      <SessionMarkField />
      {state.status === 'error' && <FormError key={state.attempt} message={state.message} />}
      <input type="hidden" name="cardId" value={cardId} />
      <SubmitButton variant="secondary" className="justify-self-start" pendingLabel="Adding…">
        <span>
          Add to Astra<span className="sr-only"> {name}</span>
        </span>
      </SubmitButton>
    </form>
  );
}
