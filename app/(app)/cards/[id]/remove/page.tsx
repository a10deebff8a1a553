import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CardUsesPanels } from '@/components/cards/card-uses';
import { StepFocus } from '@/components/onboarding/step-focus';
import { cardName } from '@/components/payment-card';
import { RemovalForm } from '@/components/removal-form';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { countUses, findCardUses } from '@/lib/cards/find-card-uses';
import { submitPause } from '../../../routines/actions';
import { loadCard } from '../load-card';
import { submitRemoval } from './actions';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { card } = await loadCard((await params).id);
  return { title: `Remove ${cardName(card)}` };
}

/** The step before a card is removed: what keeps it, or the question whether to go on. */
export default async function RemoveCardPage({ params }: Props) {
  const { card } = await loadCard((await params).id);
  if (card.status === 'removed') redirect(`/cards/${card.id}`);
  const uses = await findCardUses(card);
  const count = countUses(uses);
  const isKept = count > 0;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={`Remove ${cardName(card)}`}
        lead={isKept && 'Payments still need this card, so Astra keeps it.'}
        back={{ href: `/cards/${card.id}`, label: 'Card' }}
      />
      <StepFocus step={`${count} uses`}>
        <div className="grid gap-6">
          {isKept && <CardUsesPanels uses={uses} pause={submitPause} />}
          {!isKept && (
            <Panel title="Remove it for good?">
              <RemovalForm
                action={submitRemoval}
                field={{ name: 'cardId', value: card.id }}
                what="card"
                knownSince={card.updatedAt}
                keepHref={`/cards/${card.id}`}
                button="Remove the card"
              >
                No money moves with it any more. Your payments with it stay under Activity, and you
                can add the card again.
              </RemovalForm>
            </Panel>
          )}
        </div>
      </StepFocus>
    </div>
  );
}
