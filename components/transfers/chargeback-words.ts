import type { Chargeback } from '@/lib/db/generated/client';
import type { StatusTone } from '../ui/status-badge';

type Words = { tone: StatusTone; label: string; text: string };

/** Where a dispute stands, by the beginnings of Astra's own words. "Merchant" is this app. */
const words: readonly (Words & { begins: string })[] = [
  {
    begins: 'open',
    tone: 'caution',
    label: 'Open',
    text: 'The owner of the card disputes this payment. The card network has paid them back until it is decided.',
  },
  {
    begins: 'documentation received',
    tone: 'info',
    label: 'Being looked at',
    text: 'The card network has what it asked for, and decides.',
  },
  {
    begins: 'representment',
    tone: 'info',
    label: 'Contested',
    text: 'We have asked the card network to look at it again.',
  },
  {
    begins: 'adjustment - merchant paid',
    tone: 'positive',
    label: 'Decided: the payment stands',
    text: 'The card network decided that the payment was right. The money goes back to where it had gone.',
  },
  {
    begins: 'adjustment - merchant debited',
    tone: 'critical',
    label: 'Decided: the payment is undone',
    text: 'The card network decided for the owner of the card, who keeps the money.',
  },
];

/** Where a dispute stands, in words. What we don't know is shown as Astra says it. */
export function chargebackWords({ actionStatus }: Pick<Chargeback, 'actionStatus'>): Words {
  const said = (actionStatus ?? '').trim().toLowerCase();
  const known = words.find(({ begins }) => said.startsWith(begins));
  if (known) return known;
  const label = actionStatus?.trim() || 'Disputed';
  return { tone: 'caution', label, text: 'The owner of the card disputes this payment.' };
}
