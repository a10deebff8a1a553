import { dayWords } from '@/lib/payments/arrival/day-words';
import type { Review } from '@/lib/payments/compose/load-review';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Panel } from '../ui/panel';
import { feeItems, kindWords, termItems } from './review-words';

type ReviewPanelProps = {
  review: Review;
  /** What else somebody should read before they confirm; it stands first. */
  first?: readonly { label: string; value: string }[];
  /** Whether it is an operator who reads this, before the program's money moves. */
  isOfProgram?: boolean;
};

/** What will happen when it is confirmed: who, how much, what it costs, and when. */
export function ReviewPanel({ review, first, isOfProgram }: ReviewPanelProps) {
  const { order, from, to, payeeEmail, preview, arrival, dates, today } = review;
  const { startDate } = order.terms;
  return (
    <Panel title={order.name}>
      <div className="grid gap-5">
        {order.amountCents !== null && <Money cents={order.amountCents} size="xl" />}
        <DefinitionList
          items={[
            ...(first ?? []),
            ...(from ? [{ label: 'From', value: from }] : []),
            ...(to ? [{ label: 'To', value: to }] : []),
            ...(payeeEmail ? [{ label: 'Their e-mail address', value: payeeEmail }] : []),
            ...feeItems(order, preview, isOfProgram),
            {
              label: startDate && dates.length === 0 ? 'Starts' : 'How often',
              value:
                startDate && dates.length === 0 ? dayWords(startDate, today) : kindWords(order),
            },
            ...termItems(order.terms),
            {
              label: dates.length > 0 ? 'The first one arrives' : 'When it arrives',
              value: (
                <>
                  {arrival.when}
                  {arrival.note && (
                    <span className="block text-sm font-normal text-ink-muted">{arrival.note}</span>
                  )}
                </>
              ),
            },
            ...(dates.length > 0
              ? [
                  {
                    label: 'Sent on',
                    value: `${dates.map((day) => dayWords(day, today)).join('; ')}; and so on`,
                  },
                ]
              : []),
            { label: 'Reference', value: order.memo ?? 'We make one for you' },
          ]}
        />
      </div>
    </Panel>
  );
}
