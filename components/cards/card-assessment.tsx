import type { CardAuthDetails } from '@/lib/astra';
import { DefinitionList } from '../ui/definition-list';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { ReviewFindings } from './review-findings';

const recommendations: Readonly<Record<string, string>> = {
  approve: 'Use this card',
  review: 'Look at this card before it is used',
  decline: 'Don’t use this card',
};

const risks: Readonly<Record<string, string>> = { low: 'Low', medium: 'Medium', high: 'High' };

/** How Astra weighs a card right now, or that it does not tell. */
export function CardAssessment({ assessment }: { assessment: CardAuthDetails | null }) {
  if (!assessment) {
    return (
      <Notice tone="caution" title="Astra did not tell just now.">
        The card works as before. Open this page again in a minute to ask once more.
      </Notice>
    );
  }
  const { recommendation, risk_level: risk, reasons } = assessment;
  return (
    <div className="grid gap-6">
      <DefinitionList
        items={[
          { label: 'Astra recommends', value: inWords(recommendations, recommendation) },
          { label: 'Risk', value: inWords(risks, risk) },
        ]}
      />
      {reasons && reasons.length > 0 && <ReviewFindings codes={reasons} />}
    </div>
  );
}

/** Holds its place while Astra is asked. */
export function CardAssessmentLoading() {
  return (
    <div role="status" className="grid gap-4">
      <span className="sr-only">Astra is being asked.</span>
      <Skeleton />
      <Skeleton />
      <Skeleton className="h-4 w-2/3" />
    </div>
  );
}

/** A word that we don't know is shown as Astra spells it. */
function inWords(words: Readonly<Record<string, string>>, told: string | null | undefined): string {
  if (!told) return 'Not told';
  return (Object.hasOwn(words, told) ? words[told] : undefined) ?? told;
}
