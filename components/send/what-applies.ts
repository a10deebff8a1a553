import type { EndKind } from '@/lib/payments/ends/list-end-choices';
import type { SendSettings } from './option-words';

/** From what to what, as far as it is chosen. Of another person nobody knows on what they receive. */
export type AppliesTo = { from: EndKind | undefined; to: EndKind | 'person' | undefined };

export type Applies = Readonly<
  Record<'speed' | 'settlementMode' | 'repeat' | 'automatic' | 'startDate', boolean>
>;

/**
 * Which options a payment has: none before both ends are chosen.
 *
 * @param kinds null where nothing follows what is chosen, without scripts: then all are there.
 */
export function whatApplies(kinds: AppliesTo | null, settings: SendSettings): Applies {
  const { choosesMode } = settings;
  if (!kinds) {
    const automatic = settings.automatic;
    return { speed: true, settlementMode: choosesMode, repeat: true, automatic, startDate: true };
  }
  const { from, to } = kinds;
  const isBetweenCards = from === 'card' && (to === 'card' || to === 'person');
  const isBetweenAccounts = from === 'account' && (to === 'account' || to === 'person');
  return {
    speed: isBetweenAccounts,
    settlementMode: choosesMode && from === 'account' && (to === 'card' || to === 'person'),
    repeat: isBetweenAccounts || isBetweenCards,
    automatic: settings.automatic && isBetweenAccounts && to !== 'person',
    startDate: isBetweenAccounts,
  };
}
