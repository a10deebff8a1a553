import type { OnboardingStep } from '@/lib/onboarding/onboarding-step';
import { DateTime } from './ui/date-time';
import { Notice } from './ui/notice';

type ListFreshnessProps = {
  /** When the list was last read at Astra, and when that last failed; null when it never was. */
  read: { readAt: Date | null; failedAt: Date | null } | null;
  /** What is listed, in the middle of a sentence: "cards". */
  what: string;
  /** Once the connection to Astra has ended, nothing is tried again until the person connects. */
  step: OnboardingStep;
};

/** Says how old a list is, and that it may be out of date when Astra could not be asked. */
export function ListFreshness({ read, what, step }: ListFreshnessProps) {
  if (read?.failedAt && step !== 'reauthorize') {
    return (
      <Notice tone="caution" title={`Your ${what} could not be checked with Astra just now.`}>
        {read.readAt ? (
          <>
            What you see is from <DateTime at={read.readAt} />. It is tried again by itself.
          </>
        ) : (
          'It is tried again by itself; nothing is lost.'
        )}
      </Notice>
    );
  }
  if (!read?.readAt) return null;
  return (
    <p className="text-sm text-ink-muted">
      Checked with Astra <DateTime at={read.readAt} />
    </p>
  );
}
