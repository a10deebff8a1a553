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
  // Another person is paid once at a time: who stops receiving could not end what repeats.
  const isToOneself = to !== 'person';
  const isBetweenCards = from === 'card' && to === 'card';
  const isBetweenAccounts = from === 'account' && (to === 'account' || to === 'person');
  return {
    speed: isBetweenAccounts,
    settlementMode: choosesMode && from === 'account' && (to === 'card' || to === 'person'),
    repeat: isBetweenCards || (isToOneself && isBetweenAccounts),
    automatic: settings.automatic && isToOneself && isBetweenAccounts,
    startDate: isBetweenAccounts,
  };
}
