import 'server-only';
import { env } from '@/lib/env';

/** Whether people may type the number of a card here. */
export function offersCardEntry(): boolean {
  return env().DIRECT_ENTRY === 'secure-host';
}

/** Whether people may type the numbers of a bank account here. Astra wants our institution's id too. */
export function offersAccountEntry(): boolean {
  return offersCardEntry() && env().ASTRA_INSTITUTION_ID !== undefined;
}
