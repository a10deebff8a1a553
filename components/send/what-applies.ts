import type { EndKind } from '@/lib/payments/ends/list-end-choices';
import type { SendSettings } from './option-words';

/** From what to what, as far as it is chosen. Of another person nobody knows on what they receive. */
export type AppliesTo = { from: EndKind | undefined; to: EndKind | 'person' | undefined };

export type Applies = Readonly<
  Record<'speed' | 'settlementMode' | 'repeat' | 'automatic' | 'startDate', boolean>
>;

/** Which options a payment has. Before anything is chosen, and without scripts, it has all. */
export function whatApplies({ from, to }: AppliesTo, settings: SendSettings): Applies {
  const isFromAccount = from !== 'card';
  const mayGoToAccount = to !== 'card';
  const isBetweenCards = from !== 'account' && to !== 'account';
  const isBetweenAccounts = isFromAccount && mayGoToAccount;
  return {
    speed: isBetweenAccounts,
    settlementMode: settings.choosesMode && isFromAccount && to !== 'account',
    repeat: isBetweenAccounts || isBetweenCards,
    automatic: settings.automatic && isBetweenAccounts && to !== 'person',
    startDate: isBetweenAccounts,
  };
}
