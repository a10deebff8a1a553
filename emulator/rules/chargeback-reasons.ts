import type { DisputeStatus } from '../state/rows-money';

/** Of Astra's words for where a dispute stands, those that the emulator uses. */
export const actionStatuses: Readonly<Record<DisputeStatus, string>> = {
  Open: 'Open - Merchant debited',
  Won: 'Adjustment - merchant paid',
  Lost: 'Adjustment - merchant debited',
};

type Reason = { readonly code: string; readonly description: string };

const visaReason = { code: '10.4', description: 'Other fraud: card-absent environment' };
const mastercardReason = { code: '4837', description: 'No cardholder authorization' };

/** What the card network says is wrong; fraud when nobody says. */
export function chargebackReason(network: string, code?: string): Reason {
  const usual = network === 'Mastercard' ? mastercardReason : visaReason;
  return code === undefined || code === usual.code
    ? usual
    : { code, description: 'Disputed by the cardholder' };
}
