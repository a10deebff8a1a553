import type { ComponentProps } from 'react';
import type { Payment } from '@/lib/db/generated/client';
import type { FoundPayment } from '@/lib/payments/find-payment';
import { routineHref } from '../routines/routine-words';
import { ButtonLink } from '../ui/button-link';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { Spinner } from '../ui/spinner';
import { sentWords } from './sent-words';
import { standsStill, waitsFor } from './waits-for';

const willRepeat = 'It pays on its days from now on, until you pause or delete it.';

type PaymentProgressProps = {
  payment: Payment & Partial<Pick<FoundPayment, 'routine' | 'isUnwanted'>>;
  /** The Pacific day. */
  today: string;
  /** Whether it is an operator who looks, at a payment of the program. */
  isOfProgram?: boolean;
  /** What else the reader may know of it, beside its ends. */
  more?: ComponentProps<typeof DefinitionList>['items'];
};

/** How a payment stands that has no transfer yet. It never says "failed" while nobody knows. */
export function PaymentProgress(props: PaymentProgressProps) {
  const { payment, today, isOfProgram = false, more = [] } = props;
  const isAccepted = payment.status === 'accepted';
  const stopped = isAccepted
    ? standsStill(payment.routine?.status, isOfProgram, payment.isUnwanted)
    : null;
  const waiting = stopped ?? (isAccepted ? waitsFor(payment, today) : null);
  const repeating = payment.routineType === 'one-time' ? null : payment.routine;
  const shown = repeating ?? (waiting && payment.routine);
  const { tone, title, text } = {
    ...sentWords(payment.status),
    ...(repeating && { text: willRepeat }),
    ...waiting,
  };
  const isOver =
    payment.status === 'refused' || payment.status === 'not_executed' || stopped?.isOver === true;
  const isMoving = !isOver && !waiting;
  const hasAmount = payment.amountCents !== null;
  return (
    <div className="grid gap-6">
      <Panel>
        {(hasAmount || isMoving) && (
          <div className="grid justify-items-center gap-4 py-4">
            {hasAmount && <Money cents={Number(payment.amountCents)} size="xl" />}
            {isMoving && <Spinner className="size-7 text-accent" />}
          </div>
        )}
        <DefinitionList
          items={[
            { label: 'From', value: payment.sourceLabel },
            { label: 'To', value: payment.destinationLabel },
            ...more,
          ]}
        />
      </Panel>
      <Notice
        tone={tone}
        title={title}
        action={
          <>
            {isOver && (
              <ButtonLink href={isOfProgram ? '/operator/money' : '/send'} variant="secondary">
                New payment
              </ButtonLink>
            )}
            {stopped?.isAtBank && (
              <ButtonLink href="/accounts" variant="secondary">
                Show bank accounts
              </ButtonLink>
            )}
            {/* The routine's page is its owner's. */}
            {shown && !isOfProgram && (
              <ButtonLink href={routineHref(shown.astraId)} variant="secondary">
                {repeating && !stopped ? 'When it pays' : 'Show the routine'}
              </ButtonLink>
            )}
          </>
        }
      >
        {payment.refusal ?? text}
      </Notice>
    </div>
  );
}
