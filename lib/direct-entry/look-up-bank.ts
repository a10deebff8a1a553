import 'server-only';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';

/** What a routing number tells about the bank behind it. */
export type BankFacts = { takesInstantPayments: boolean };

/** @throws UserFacingError when Astra does not answer, or knows no such bank. */
export async function lookUpBank(routingNumber: string): Promise<BankFacts> {
  try {
    const { rtp, fednow } = await astra().accounts.instantPaymentEligibility(routingNumber);
    return { takesInstantPayments: rtp || fednow };
  } catch (error) {
    throw explainSilence(error);
  }
}
