import { endVisit } from '@/lib/bank-link/stand-in/end-visit';
import { startBankLink } from '@/lib/bank-link/start-bank-link';

/** A trip that has begun at the bank that stands in for Plaid. */
export type OpenTrip = { reference: string; state: string };

/** Sends this person to the bank. */
export async function openBankTrip(userId: string): Promise<OpenTrip> {
  const url = new URL(await startBankLink(userId));
  const returnUrl = new URL(url.searchParams.get('return') ?? '');
  const last = ({ pathname }: URL) => pathname.split('/').at(-1) ?? '';
  return { reference: last(url), state: last(returnUrl) };
}

/** Sends this person to the bank, where they share these accounts. @returns the state. */
export async function tripToBank(userId: string, shared: readonly string[]): Promise<string> {
  const { reference, state } = await openBankTrip(userId);
  await endVisit(userId, reference, shared);
  return state;
}
