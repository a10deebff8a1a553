import 'server-only';
import { AstraNotFoundError } from '@/lib/astra';
import { astra } from '@/lib/partner/astra';
import { explainSilence } from '@/lib/partner/explain-silence';

/** What the first digits of a card tell, as Astra spells it. */
export type BinFacts = { brand: string | null; type: string | null; issuer: string | null };

/**
 * Looks up a card's first six or eight digits, which is all that ever comes here.
 *
 * @returns null for digits that Astra does not know, which is no error.
 * @throws UserFacingError when Astra does not answer.
 */
export async function lookUpBin(digits: string): Promise<BinFacts | null> {
  try {
    const bin = await astra().cards.getBin(digits);
    return {
      brand: bin.card_brand ?? null,
      type: bin.card_type ?? null,
      issuer: bin.issuer_name ?? null,
    };
  } catch (error) {
    if (error instanceof AstraNotFoundError) return null;
    throw explainSilence(error);
  }
}
