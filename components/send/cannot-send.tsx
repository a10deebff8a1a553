import type { EndChoice } from '@/lib/payments/ends/list-end-choices';
import { ButtonLink } from '../ui/button-link';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import { sourceObstacle } from './ends';

/** For somebody who has nothing that can pay: what to add, and why what is there does not do. */
export function NothingToSendFrom({ choices }: { choices: readonly EndChoice[] }) {
  return (
    <EmptyState
      title={
        choices.length === 0
          ? 'Add a card or a bank account to begin'
          : 'Add another card or bank account to send money'
      }
      action={
        <>
          <ButtonLink href="/cards/add">Add a debit card</ButtonLink>
          <ButtonLink href="/accounts/add" variant="secondary">
            Add a bank account
          </ButtonLink>
        </>
      }
    >
      {choices.length === 0 ? (
        'Money goes from a card or an account of yours.'
      ) : (
        <ul className="grid gap-1">
          {choices.slice(0, 3).map((choice) => (
            <li key={choice.value}>
              {choice.label}: {sourceObstacle(choice)}
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}

/** For somebody whom Astra knows too little of to let them send. */
export function ReceiveOnlyNotice() {
  return (
    <Notice
      title="You can receive money here, and not send any"
      isHeading
      action={<ButtonLink href="/settings/receiving">Choose where you receive money</ButtonLink>}
    >
      Sending takes a full identity check. If you want to send as well, write to our support.
    </Notice>
  );
}
