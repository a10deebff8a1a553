import type { AmountReview } from '@/lib/routines/review-change';
import { feeItems } from '../send/review-words';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Panel } from '../ui/panel';
import { takeFocus } from '../ui/take-focus';

type Props = {
  review: AmountReview;
  routineType: string;
};

/** What each payment comes to with another amount, before that is saved; and that it was shown. */
export function AmountReviewPanel({ review, routineType }: Props) {
  const isOnce = routineType === 'one-time';
  return (
    <div ref={takeFocus} tabIndex={-1} className="outline-none">
      <Panel
        title={isOnce ? 'This payment with the new amount' : 'Each payment from now on'}
        description="Nothing is changed before you save the new amount."
      >
        <input type="hidden" name="seen" value={review.seen} />
        <div className="grid gap-5">
          <Money cents={review.amountCents} size="lg" />
          <DefinitionList items={feeItems(review, review.preview)} />
        </div>
      </Panel>
    </div>
  );
}
