import type { DatedCard } from '@/lib/cards/is-expired';
import { cardBrandName } from '../payment-card';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';
import { Panel } from '../ui/panel';
import { StatusBadge } from '../ui/status-badge';
import { cardStatusWords, shownStatus } from './card-status';

/** Everything that is known of a card, less what its review found. */
export function CardFacts({ card }: { card: DatedCard }) {
  const { tone, label } = cardStatusWords(shownStatus(card));
  const told = [
    { label: 'Brand', value: card.brand && cardBrandName(card.brand) },
    {
      label: 'Type',
      value: card.cardType && <span className="capitalize">{card.cardType}</span>,
    },
    { label: 'Last four digits', value: card.lastFour },
    { label: 'Name on the card', value: card.holderName },
    { label: 'Expires', value: card.expirationDate },
  ];
  return (
    <Panel title="About this card">
      <DefinitionList
        items={[
          { label: 'Status', value: <StatusBadge tone={tone} label={label} /> },
          ...told.filter(({ value }) => value),
          { label: 'Its bank lets it send', value: card.pullEnabled ? 'Yes' : 'No' },
          { label: 'Its bank lets it receive', value: card.pushEnabled ? 'Yes' : 'No' },
          { label: 'Added', value: <DateTime at={card.createdAt} /> },
        ]}
      />
    </Panel>
  );
}
