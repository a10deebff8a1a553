import { ArrowDownLeft, ArrowUpRight } from 'lucide-react';
import { cardStatusWords } from './cards/card-status';
import { cx } from './ui/cx';
import { Petals } from './ui/petals';

type PaymentCardProps = {
  /** As Astra names it, in any case. */
  brand: string;
  lastFour: string;
  /** As Astra names it, or `expired`; anything but `approved` is said in words across the card. */
  status?: string | undefined;
  holder?: string | undefined;
  /** As printed on a card: "09/28". */
  expires?: string | undefined;
  abilities?: { pull: boolean; push: boolean } | undefined;
  /** `sm` is a thumbnail for lists: say the brand and digits in text beside it. */
  size?: 'sm' | 'md' | 'lg';
};

const brands: Record<string, string> = {
  visa: 'Visa',
  mastercard: 'Mastercard',
  discover: 'Discover',
  amex: 'American Express',
};

/** The brand as people write it. */
export function cardBrandName(brand: string): string {
  return brands[brand.trim().toLowerCase()] ?? (brand.trim() || 'Card');
}

/** A card in a line of text. */
export function cardName(card: { brand: string | null; lastFour: string | null } | null): string {
  return card ? `${cardBrandName(card.brand ?? '')} ending in ${card.lastFour}` : 'A card';
}

const faces = ['bg-card-delphinium', 'bg-card-pine', 'bg-card-mulberry', 'bg-card-slate'] as const;

// By its digits, so that a card keeps its colour and two cards rarely share one.
function face(lastFour: string): string {
  const digits = Number.parseInt(lastFour, 10);
  return faces[(Number.isNaN(digits) ? 0 : digits) % faces.length] ?? faces[0];
}

/** A linked debit card, drawn. */
export function PaymentCard(props: PaymentCardProps) {
  const { brand, lastFour, status, size = 'md' } = props;
  const barred = status !== undefined && status !== 'approved';
  const look = cx(
    'relative isolate block overflow-hidden text-white print:border print:border-line-strong',
    barred ? 'bg-card-void' : face(lastFour),
  );
  if (size === 'sm') {
    return (
      <span aria-hidden="true" className={cx(look, 'h-9 w-14 shrink-0 rounded-sm')}>
        <Petals className="absolute -right-3 -bottom-4 -z-10 size-12 text-white/20" />
        <span className="absolute bottom-1 left-1.5 text-[0.625rem] font-medium tabular-nums">
          {lastFour}
        </span>
      </span>
    );
  }
  return (
    <div
      className={cx(
        look,
        '@container flex aspect-[1.586] w-full flex-col justify-between rounded-xl p-5 shadow-card',
        size === 'lg' ? 'max-w-md' : 'max-w-84',
      )}
    >
      <Petals className="absolute -top-[12%] -right-[34%] -z-10 w-[78%] text-white/12" />
      <p className="flex items-start justify-between gap-3">
        <span className="text-lg font-semibold tracking-[-0.02em]">{cardBrandName(brand)}</span>
        {barred ? (
          <span className="rounded-full bg-white px-2.5 py-1 text-xs font-semibold text-card-slate">
            {cardStatusWords(status).label}
          </span>
        ) : (
          <span className="pt-1 text-xs font-medium text-white/85">Debit</span>
        )}
      </p>
      <div className="grid grid-cols-1 gap-3">
        <p className="font-mono text-xl tracking-[0.08em] tabular-nums">
          <span aria-hidden="true">••••&nbsp;</span>
          <span className="sr-only">ending in </span>
          {lastFour}
        </p>
        <CardFoot {...props} />
      </div>
    </div>
  );
}

function CardFoot({ holder, expires, abilities }: PaymentCardProps) {
  if (!holder && !expires && !abilities) return null;
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1 text-xs">
      <p className="flex max-w-full min-w-0 gap-3">
        {holder && <span className="truncate font-medium">{holder}</span>}
        {expires && (
          <span className="shrink-0 tabular-nums">
            <span className="sr-only">expires </span>
            {expires}
          </span>
        )}
      </p>
      {abilities && (
        <p className="flex gap-3 font-medium">
          {abilities.pull && (
            <span className="inline-flex items-center gap-1">
              <ArrowUpRight aria-hidden="true" className="size-3.5" /> Sends
            </span>
          )}
          {abilities.push && (
            <span className="inline-flex items-center gap-1">
              <ArrowDownLeft aria-hidden="true" className="size-3.5" /> Receives
            </span>
          )}
          {!abilities.pull && !abilities.push && <span>Can’t send or receive</span>}
        </p>
      )}
    </div>
  );
}
