import type { IssuedCardStatus } from '@/lib/issuing/issued-card-status';
import type { ListedCard } from '@/lib/issuing/list-issued-cards';
import type { StatusTone } from '../ui/status-badge';

type Words = { tone: StatusTone; label: string; text: string };

const statuses: Record<Exclude<IssuedCardStatus, 'active'>, Words> = {
  inactive: {
    tone: 'caution',
    label: 'Not activated',
    text: 'Activate this card first. Then it can be used.',
  },
  frozen: {
    tone: 'caution',
    label: 'Frozen',
    text: 'Payments with this card fail while it is frozen. Unfreeze it first.',
  },
  lost: {
    tone: 'critical',
    label: 'Reported lost',
    text: 'This card was reported lost and can’t be used any more.',
  },
  stolen: {
    tone: 'critical',
    label: 'Reported stolen',
    text: 'This card was reported stolen and can’t be used any more.',
  },
  suspected_fraud: {
    tone: 'critical',
    label: 'On hold',
    text: 'This card is on hold after an unusual payment. Ask our support to release it.',
  },
  closed: { tone: 'neutral', label: 'Closed', text: 'This card is closed and can’t be used.' },
  expired: {
    tone: 'neutral',
    label: 'Expired',
    text: 'This card has expired. Use the one that replaced it.',
  },
  unknown: {
    tone: 'caution',
    label: 'Not usable',
    text: 'This card can’t be used at the moment. Ask our support what to do.',
  },
};

/** How a card is doing, in words; what is wrong with the card itself comes first. */
export function issuedCardWords({ status, way }: Pick<ListedCard, 'status' | 'way'>): Words {
  if (way === 'being_added') {
    return {
      tone: 'caution',
      label: 'Checking',
      text: 'We are checking whether Astra has this card. This page changes by itself.',
    };
  }
  if (status !== 'active') return statuses[status];
  return way === 'added'
    ? { tone: 'positive', label: 'Added', text: 'This card is among your cards.' }
    : { tone: 'info', label: 'Not added', text: 'This card can be added.' };
}
