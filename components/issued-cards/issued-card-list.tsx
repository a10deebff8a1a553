import type { ListedCard } from '@/lib/issuing/list-issued-cards';
import { cardName, PaymentCard } from '../payment-card';
import { Panel } from '../ui/panel';
import { StatusBadge } from '../ui/status-badge';
import { type AddAction, AddIssuedCard } from './add-issued-card';
import { issuedCardWords } from './issued-card-words';

type Props = { cards: readonly ListedCard[]; action: AddAction };

/** The cards that we issued to somebody, with a button for each that can be added. */
export function IssuedCardList({ cards, action }: Props) {
  return (
    <Panel>
      <ul className="-my-5 divide-y divide-line">
        {cards.map((card) => (
          <li key={card.id} className="grid gap-4 py-5">
            <IssuedCard card={card} />
            <AddIssuedCard
              cardId={card.id}
              name={cardName(card)}
              way={card.way}
              text={issuedCardWords(card).text}
              action={action}
            />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function IssuedCard({ card }: { card: ListedCard }) {
  const { brand, lastFour, holderName, expirationDate, status, way } = card;
  const { tone, label } = issuedCardWords(card);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <PaymentCard
        brand={brand ?? ''}
        lastFour={lastFour}
        status={status === 'active' ? undefined : status}
        size="sm"
      />
      <div className="grid min-w-0 flex-1 basis-48 gap-0.5">
        <h2 className="font-medium">{cardName(card)}</h2>
        <p className="text-sm text-ink-muted">
          {holderName && <>{holderName} · </>}
          Good through <span className="tabular-nums">{expirationDate}</span>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {way === 'added' && status !== 'active' && <StatusBadge tone="positive" label="Added" />}
        <StatusBadge tone={tone} label={label} />
      </div>
    </div>
  );
}
