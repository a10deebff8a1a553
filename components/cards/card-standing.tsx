import type { ReactNode } from 'react';
import { brand } from '@/lib/brand';
import type { DatedCard } from '@/lib/cards/is-expired';
import { ButtonLink } from '../ui/button-link';
import { Notice } from '../ui/notice';
import { readiness, shownStatus } from './card-status';

type Standing = {
  tone: 'info' | 'positive' | 'caution' | 'critical';
  title: string;
  text: ReactNode;
  action?: ReactNode;
};

/** Whether a card can be used, and what its owner can do when it cannot. */
export function CardStanding({ card }: { card: DatedCard }) {
  const { tone, title, text, action } = standingOf(card);
  return (
    <Notice tone={tone} title={title} isHeading action={action}>
      {text}
    </Notice>
  );
}

const addAnother = <ButtonLink href="/cards/add">Add another card</ButtonLink>;

function standingOf(card: DatedCard): Standing {
  const status = shownStatus(card);
  switch (status) {
    case 'approved':
      return approved(card);
    case 'expired':
      return {
        tone: 'critical',
        title: 'This card has expired',
        text: 'Payments with it will fail. Add the card that your bank sent in its place, then remove this one.',
        action: addAnother,
      };
    case 'flagged':
      return {
        tone: 'caution',
        title: 'This card is under review',
        text: `Astra’s review was not sure about it, so ${brand.name} decides whether it can be used. Until then no money moves with it. Verifying that the card is yours can settle it; another card can be used meanwhile.`,
        action: (
          <ButtonLink href="/cards/add" variant="secondary">
            Add another card
          </ButtonLink>
        ),
      };
    case 'rejected':
      return {
        tone: 'critical',
        title: 'Astra did not accept this card',
        text: 'It can’t be used here, and trying again does not change that. You can remove it.',
        action: addAnother,
      };
    case 'removed':
      return {
        tone: 'info',
        title: 'This card is removed',
        text: 'No money moves with it any more. Your payments with it stay under Activity.',
        action: (
          <ButtonLink href="/cards" variant="secondary">
            See your cards
          </ButtonLink>
        ),
      };
    default:
      return {
        tone: 'caution',
        title: 'This card can’t be used for now',
        text: `Astra calls it “${status}”. This page changes by itself when that does.`,
      };
  }
}

function approved(card: DatedCard): Standing {
  const { pullEnabled, pushEnabled } = card;
  const title = readiness(card);
  if (!pullEnabled && !pushEnabled) {
    return {
      tone: 'caution',
      title,
      text: 'Its bank lets it neither send nor receive here. Ask the bank, or use another card.',
      action: addAnother,
    };
  }
  return { tone: 'positive', title, text: usesOf(card) };
}

function usesOf({ pullEnabled, pushEnabled }: DatedCard): string {
  if (pullEnabled && pushEnabled) return 'Send money from it, or to it.';
  return pullEnabled
    ? 'Send money from it. Its bank does not let it receive any.'
    : 'Send money to it. Its bank does not let money be taken from it.';
}
