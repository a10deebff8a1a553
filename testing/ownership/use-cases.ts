import { checkAccount } from '@/lib/accounts/check-account';
import { findAccount } from '@/lib/accounts/find-account';
import { findDependents } from '@/lib/accounts/find-dependents';
import { listAccounts } from '@/lib/accounts/list-accounts';
import { removeAccount } from '@/lib/accounts/remove-account';
import { syncAccounts } from '@/lib/accounts/sync-accounts';
import { addSharedAccount } from '@/lib/bank-link/add-shared-account';
import { findBankLink, findUnfinishedBankLink } from '@/lib/bank-link/find-bank-link';
import { returnFromBank } from '@/lib/bank-link/return-from-bank';
import { endVisit, isVisitOver } from '@/lib/bank-link/stand-in/end-visit';
import { startBankLink } from '@/lib/bank-link/start-bank-link';
import { findCard } from '@/lib/cards/find-card';
import { listCards } from '@/lib/cards/list-cards';
import { lookAtCard } from '@/lib/cards/look-at-card';
import { readCardPage } from '@/lib/cards/read-card-page';
import { removeCard } from '@/lib/cards/remove-card';
import { syncCards } from '@/lib/cards/sync-cards';
import { db } from '@/lib/db/prisma';
import { finishAccountEntry, finishCardEntry } from '@/lib/direct-entry/finish-entry';
import { lendForEntry } from '@/lib/direct-entry/lend-for-entry';
import { addIssuedCard } from '@/lib/issuing/add-issued-card';
import { findIssuerCustomer } from '@/lib/issuing/issuer-customers';
import { listIssuedCards } from '@/lib/issuing/list-issued-cards';
import { standInIssuer } from '@/lib/issuing/stand-in/stand-in-issuer';
import { readLimits } from '@/lib/limits/read-limits';
import { syncCapabilities } from '@/lib/limits/sync-capabilities';

import { findPayment, findPaymentOfForm, listOpenPayments } from '@/lib/payments/find-payment';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { lookAtRoutine } from '@/lib/routines/look-at-routine';
import { pauseRoutine } from '@/lib/routines/pause-routine';
import { syncRoutinesOf } from '@/lib/routines/sync-routines-of';
import { findTransfer } from '@/lib/transfers/find-transfer';
import { listTransfers } from '@/lib/transfers/list-transfers';
import { syncTransfers } from '@/lib/transfers/sync-transfers';
import { cardOrder } from '@/testing/payments';
import type { Owner } from './cast';

/** Calls a use case as this person, with what is the owner's. */
type Call = (userId: string, owner: Owner) => Promise<unknown>;

const reportOf = ({ astraId }: { astraId: string }, loan: string) =>
  ({ loan, outcome: 'created', id: astraId, requestId: '' }) as const;

/** Those that tell what there is. The owner is told, so what is asked for is right. */
export const reads: ReadonlyMap<unknown, Call> = new Map<unknown, Call>([
  [findAccount, (userId, { accounts }) => findAccount(userId, accounts.held.id)],
  [findDependents, (userId, { cards }) => findDependents(userId, cards.source.astraId)],
  [listAccounts, (userId) => listAccounts(userId, 1)],
  [findCard, (userId, { cards }) => findCard(userId, cards.source.id)],
  [listCards, (userId) => listCards(userId)],
  [readCardPage, (userId) => readCardPage(userId)],
  [findBankLink, (userId, { back }) => findBankLink(userId, back.id)],
  [findUnfinishedBankLink, findUnfinishedBankLink],
  [findIssuerCustomer, (userId) => standInIssuer.customerOf(userId)],
  [listIssuedCards, (userId) => listIssuedCards(standInIssuer, userId)],
  [findPayment, (userId, { payment }) => findPayment(userId, payment.id)],
  [findPaymentOfForm, (userId, { payment }) => findPaymentOfForm(userId, payment.idempotencyKey)],
  [listOpenPayments, listOpenPayments],
  [findTransfer, (userId, { transfer }) => findTransfer(userId, transfer.id)],
  [listTransfers, (userId) => listTransfers(userId)],
]);

/** Those that do something, or tell it without names. Whoever calls, it is theirs or nobody's. */
export const others: ReadonlyMap<unknown, Call> = new Map<unknown, Call>([
  [checkAccount, (userId, { accounts }) => checkAccount(userId, accounts.held.id)],
  [removeAccount, (userId, { accounts }) => removeAccount(userId, accounts.held.id)],
  [syncAccounts, syncAccounts],
  [addSharedAccount, (userId) => addSharedAccount(userId, shared)],
  [isVisitOver, (userId, { bank }) => isVisitOver(userId, bank.reference)],
  [endVisit, (userId, { bank }) => endVisit(userId, bank.reference, [])],
  [returnFromBank, (userId, { bank }) => returnFromBank(userId, bank.state)],
  [startBankLink, startBankLink],
  [lookAtCard, (userId, { cards }) => writing(lookAtCard(userId, cards.source.astraId))],
  [removeCard, (userId, { cards }) => removeCard(userId, cards.spare.id)],
  [syncCards, syncCards],
  [
    finishAccountEntry,
    (userId, { accounts, loans }) =>
      finishAccountEntry(userId, reportOf(accounts.held, loans.account)),
  ],
  [
    finishCardEntry,
    (userId, { cards, loans }) => finishCardEntry(userId, reportOf(cards.source, loans.card)),
  ],
  [lendForEntry, (userId) => lendForEntry(userId, 'cards')],
  [addIssuedCard, (userId, { issuedCard }) => addIssuedCard({ userId, cardId: issuedCard.id })],
  [readLimits, readLimits],
  [syncCapabilities, syncCapabilities],
  [
    sendPayment,
    (userId, { cards }) =>
      sendPayment({
        userId,
        idempotencyKey: crypto.randomUUID(),
        order: cardOrder(cards.source, cards.destination, { name: 'Allowance' }),
      }),
  ],
  [lookAtRoutine, (userId, { routineId }) => writing(lookAtRoutine(userId, routineId))],
  [pauseRoutine, (userId, { routineId }) => pauseRoutine(userId, routineId)],
  [syncRoutinesOf, (userId, { cards }) => syncRoutinesOf(userId, cards.source.astraId)],
  [syncTransfers, syncTransfers],
]);

const shared = {
  name: 'Plaid Checking',
  mask: '0000',
  subtype: 'checking',
  institutionId: 'stand-in',
  processorToken: `processor-emulator-${crypto.randomUUID()}`,
} as const;

/** Has written down what a look saw. */
async function writing(look: ReturnType<typeof lookAtCard>): Promise<string> {
  return db().$transaction(await look);
}
