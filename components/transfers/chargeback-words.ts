import type { Chargeback } from '@/lib/db/generated/client';
import type { StatusTone } from '../ui/status-badge';

type Words = {
  tone: StatusTone;
  label: string;
  text: string;
  /** What it means for the payment. */
  payment: 'undisputed' | 'open' | 'stands' | 'undone';
};

const open: Words = {
  tone: 'caution',
  label: 'Open',
  text: 'The owner of the card disputes this payment. The card network has paid them back until it is decided.',
  payment: 'open',
};

const stands: Words = {
  tone: 'positive',
  label: 'Decided: the payment stands',
  text: 'The card network decided that the payment was right. The money goes back to where it had gone.',
  payment: 'stands',
};

const undone: Words = {
  tone: 'critical',
  label: 'Decided: the payment is undone',
  text: 'The card network decided for the owner of the card, who keeps the money.',
  payment: 'undone',
};

const notDisputed: Words = {
  tone: 'neutral',
  label: 'Not disputed',
  text: 'The card network has noted this payment, and nobody disputes it.',
  payment: 'undisputed',
};

/** How a dispute ends, by Astra's own words. "Won" is by this app. */
const byDispute: ReadonlyMap<string, Words> = new Map([
  ['open', open],
  ['won', stands],
  ['lost', undone],
  ['not disputed', notDisputed],
]);

/** What is done about a dispute, by the beginnings of Astra's own words. "Merchant" is this app. */
const byAction: readonly (readonly [begins: string, Words])[] = [
  ['open', open],
  [
    'documentation received',
    {
      ...open,
      tone: 'info',
      label: 'Being looked at',
      text: 'The card network has what it asked for, and decides.',
    },
  ],
  [
    'representment',
    {
      ...open,
      tone: 'info',
      label: 'Contested',
      text: 'We have asked the card network to look at it again.',
    },
  ],
  ['adjustment - merchant paid', stands],
  ['adjustment - merchant debited', undone],
];

type Standing = Partial<Pick<Chargeback, 'disputeStatus' | 'actionStatus'>>;

/**
 * Where a dispute stands, in words. Astra's dispute status decides; what is done about an open one
 * says more of it, and speaks alone where Astra gives no dispute status. What we don't know is shown
 * as Astra says it.
 */
export function chargebackWords({ disputeStatus, actionStatus }: Standing): Words {
  const [dispute, action] = [disputeStatus?.trim() ?? '', actionStatus?.trim() ?? ''];
  const acted = byAction.find(([begins]) => action.toLowerCase().startsWith(begins))?.[1];
  if (dispute === '') return acted ?? unknown(action);
  const decided = byDispute.get(dispute.toLowerCase());
  if (decided === open && acted?.payment === 'open') return acted;
  return decided ?? unknown(dispute);
}

function unknown(said: string): Words {
  const text = 'The owner of the card disputes this payment.';
  return { ...open, label: said || 'Disputed', text };
}
