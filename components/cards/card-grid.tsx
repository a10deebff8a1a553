import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import type { DatedCard } from '@/lib/cards/is-expired';
import { PaymentCard } from '../payment-card';
import { cardHint, shownAbilities, shownStatus } from './card-status';

/** Cards, drawn; each leads to the page of its own. */
export function CardGrid({ cards }: { cards: readonly DatedCard[] }) {
  return (
    <ul className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
      {cards.map((card) => (
        <li key={card.id}>
          <CardLink card={card} />
        </li>
      ))}
    </ul>
  );
}

function CardLink({ card }: { card: DatedCard }) {
  return (
    <Link href={`/cards/${card.id}`} className="group grid max-w-84 gap-2 rounded-xl">
      <PaymentCard
        brand={card.brand ?? ''}
        lastFour={card.lastFour ?? '····'}
        status={shownStatus(card)}
        holder={card.holderName ?? undefined}
        expires={card.expirationDate ?? undefined}
        abilities={shownAbilities(card)}
      />
      <span className="flex min-h-6 items-center justify-between gap-2 px-1 text-sm text-ink-muted group-hover:text-ink">
        {cardHint(card)}
        <ChevronRight aria-hidden="true" className="size-4" />
      </span>
    </Link>
  );
}
