import { describeLimits, type Limits, leftSentence } from '@/lib/limits/describe';
import { ButtonLink } from './ui/button-link';
import { DateTime } from './ui/date-time';
import { Notice } from './ui/notice';

type LimitsNoticeProps = {
  limits: Limits;
  /** Where the next payment is made: only what limits it matters, also when that is far off. */
  isBeforeSending?: boolean;
};

/** What Astra does not let somebody do now, why that may be, and when it ends; else nothing. */
export function LimitsNotice({ limits, isBeforeSending = false }: LimitsNoticeProps) {
  const words = describeLimits(limits);
  if (!words) {
    return isBeforeSending && limits.cardPayments ? (
      <p className="text-sm text-ink-muted">{leftSentence(limits.cardPayments)}</p>
    ) : null;
  }
  const { title, cards, banks, reason, beginsAnewAt } = words;
  const isAllThereIs = isBeforeSending && limits.cardPayments?.left === 0;
  return (
    <Notice
      tone="caution"
      title={title}
      isHeading={isAllThereIs}
      action={
        isAllThereIs && (
          <ButtonLink href="/transfers" variant="secondary">
            See your activity
          </ButtonLink>
        )
      }
    >
      <div className="grid gap-2">
        <p>
          {cards}
          {beginsAnewAt && (
            <>
              {' '}
              You can send the next one from <DateTime at={beginsAnewAt} />, which is midnight
              Pacific time.
            </>
          )}
        </p>
        {banks.length > 0 && !isBeforeSending && <p>{banks.join(' ')}</p>}
        {reason && <p>{reason}</p>}
      </div>
    </Notice>
  );
}
