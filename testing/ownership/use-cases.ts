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
import { mayOnlyReceive } from '@/lib/limits/may-only-receive';
import { readLimits } from '@/lib/limits/read-limits';
import { syncCapabilities } from '@/lib/limits/sync-capabilities';
import { toCents } from '@/lib/money';
import { largestPayment } from '@/lib/money/parse-amount';
import { composeOrder } from '@/lib/payments/compose/compose-order';
import { confirmPayment } from '@/lib/payments/compose/confirm-payment';
import { findConfirmed } from '@/lib/payments/compose/find-confirmed';
import { findShortfall } from '@/lib/payments/compose/find-shortfall';
import { loadReview } from '@/lib/payments/compose/load-review';
import { loadSendPage } from '@/lib/payments/compose/load-send-page';
import { reviewPayment } from '@/lib/payments/compose/review-payment';
import { typedValues } from '@/lib/payments/compose/typed-values';
import { countMoreAwaited } from '@/lib/payments/count-more-awaited';
import { listEndChoices } from '@/lib/payments/ends/list-end-choices';
import { findPayment, findPaymentOfForm } from '@/lib/payments/find-payment';
import { listOpenPayments } from '@/lib/payments/list-open-payments';
import { sendPayment } from '@/lib/payments/send/send-payment';
import { setReceiving } from '@/lib/people/set-receiving';
import { requireRoutine } from '@/lib/routines/ask-for-change';
import { changeRoutine } from '@/lib/routines/change-routine';
import { deleteRoutine } from '@/lib/routines/delete-routine';
import { findRoutine } from '@/lib/routines/find-routine';
import { listRoutinePage } from '@/lib/routines/list-routines';
import { lookAfterCall, lookAtRoutine } from '@/lib/routines/look-at-routine';
import { pauseRoutine } from '@/lib/routines/pause-routine';
import { readHistories } from '@/lib/routines/read-histories';
import { resumeRoutine } from '@/lib/routines/resume-routine';
import { reviewChange } from '@/lib/routines/review-change';
import { syncRoutines } from '@/lib/routines/sync-routines';
import { syncRoutinesOf } from '@/lib/routines/sync-routines-of';
import { cancelTransfer } from '@/lib/transfers/cancel-transfer';
import { findTransfer } from '@/lib/transfers/detail/find-transfer';
import { readSegments } from '@/lib/transfers/detail/read-segments';
import { exportTransfers } from '@/lib/transfers/export/export-transfers';
import { labelEnds } from '@/lib/transfers/label-ends';
import { findEndsNamed } from '@/lib/transfers/list/find-ends-named';
import { findOwnEndsNamed } from '@/lib/transfers/list/find-own-ends-named';
import { listLatest } from '@/lib/transfers/list/list-latest';
import { listSources } from '@/lib/transfers/list/list-sources';
import {
  listTransferPage,
  listTransfers,
  listTransfersOf,
} from '@/lib/transfers/list/list-transfers';
import { sumMonths } from '@/lib/transfers/list/sum-months';
import { transferFilter } from '@/lib/transfers/list/transfer-filter';
import { transfersWhere } from '@/lib/transfers/list/transfers-where';
import { findReceived } from '@/lib/transfers/received/find-received';
import { listReceived, listReceivedPage } from '@/lib/transfers/received/list-received';
import { receivedWhere } from '@/lib/transfers/received/received-where';
import { showReceived } from '@/lib/transfers/received/show-received';
import { storeFoundTransfer } from '@/lib/transfers/store/store-found-transfer';
import { storeAndFinish } from '@/lib/transfers/store/store-transfer';
import { sweepTransfers } from '@/lib/transfers/sweep-transfers';
import { syncTransfers } from '@/lib/transfers/sync-transfers';
import { cardOrder } from '../rows/payments';
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
  [findConfirmed, (userId, { payment }) => findConfirmed(userId, payment.idempotencyKey, 1)],
  [listOpenPayments, listOpenPayments],
  [listEndChoices, (userId) => listEndChoices(userId)],
  [loadReview, (userId, { draftKey }) => loadReview(userId, draftKey)],
  [loadSendPage, (userId, { draftKey }) => loadSendPage(userId, draftKey)],
  [
    typedValues,
    async (userId, { cards, accounts }) => {
      // Told which card it is about, it can only tell more about the account.
      const terms = { spendingAstraId: accounts.held.astraId };
      const order = cardOrder(cards.source, cards.destination, { terms });
      return (await typedValues(userId, order))['spendingAstraId'];
    },
  ],
  [requireRoutine, (userId, { routineId }) => requireRoutine(userId, routineId)],
  [findRoutine, (userId, { routineId }) => findRoutine(userId, routineId)],
  [listRoutinePage, (userId) => listRoutinePage(userId, {}, 1)],
  [listTransfersOf, (userId, { routineId }) => listTransfersOf(userId, routineId)],
  [findTransfer, (userId, { transfer }) => findTransfer(userId, transfer.id)],
  [listTransfers, (userId) => listTransfers(userId)],
  [listTransferPage, (userId) => listTransferPage(userId, transferFilter.parse({}), 1)],
  [listLatest, (userId) => listLatest(userId, 10)],
  [findReceived, (userId, { received }) => findReceived(userId, received.id)],
  [listReceived, (userId) => listReceived(userId, 10)],
  [listReceivedPage, (userId) => listReceivedPage(userId, transferFilter.parse({}), 1)],
  [listSources, listSources],
  [exportTransfers, (userId) => textOf(exportTransfers(userId, transferFilter.parse({})))],
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
  [countMoreAwaited, countMoreAwaited],
  [mayOnlyReceive, mayOnlyReceive],
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
  [
    composeOrder,
    (userId, { cards, accounts }) =>
      composeOrder(userId, {
        form: crypto.randomUUID(),
        source: { kind: 'card', id: cards.source.id },
        destination: { kind: 'card', id: cards.destination.id },
        email: '',
        routineType: 'one-time',
        amountCents: toCents(499n),
        name: 'Allowance',
        memo: null,
        spendingAccountId: accounts.held.id,
        terms: {},
        settlementMode: '',
      }),
  ],
  [
    reviewPayment,
    (userId, { cards, draftKey }) =>
      reviewPayment(userId, draftKey, cardOrder(cards.source, cards.destination)),
  ],
  [
    findShortfall,
    (userId, { cards, accounts }) => {
      const source = { kind: 'account', id: accounts.held.id } as const;
      const order = cardOrder(undefined, cards.destination, { source });
      return findShortfall(userId, order, { pullCents: largestPayment }, new Date());
    },
  ],
  [confirmPayment, (userId, { draftKey }) => confirmPayment(userId, draftKey, 1)],
  [
    setReceiving,
    (userId, { cards }) => setReceiving(userId, { kind: 'card', id: cards.source.id }),
  ],
  [cancelTransfer, (userId, { transfer }) => cancelTransfer(userId, transfer.id)],
  [sumMonths, sumMonths],
  [labelEnds, async (userId, { transfer }) => (await labelEnds(userId, [transfer]))(transfer)],
  [readSegments, (userId, { transfer }) => readSegments(userId, transfer.astraId)],
  [findEndsNamed, (userId) => findEndsNamed(userId, 'ending in')],
  [findOwnEndsNamed, (userId) => findOwnEndsNamed(userId, 'ending in')],
  [receivedWhere, async (userId) => receivedWhere(userId, transferFilter.parse({}))],
  [showReceived, (userId) => showReceived(userId, [])],
  [transfersWhere, async (userId) => transfersWhere(userId, transferFilter.parse({}))],
  [lookAfterCall, (userId, { routineId }) => lookAfterCall(userId, routineId, true)],
  [lookAtRoutine, (userId, { routineId }) => writing(lookAtRoutine(userId, routineId))],
  [pauseRoutine, (userId, { routineId }) => pauseRoutine(userId, routineId)],
  [
    readHistories,
    async (userId, { routineId }) => (await readHistories(userId, [routineId]))(routineId),
  ],
  [
    changeRoutine,
    (userId, { routineId }) =>
      changeRoutine(userId, { routineAstraId: routineId, shown: '', typed: { name: 'Other' } }),
  ],
  [
    reviewChange,
    (userId, { routineId }) =>
      reviewChange(userId, { routineAstraId: routineId, shown: '', typed: { amount: '80' } }),
  ],
  [resumeRoutine, (userId, { routineId }) => resumeRoutine(userId, routineId)],
  [deleteRoutine, (userId, { routineId }) => deleteRoutine(userId, routineId)],
  [syncRoutines, syncRoutines],
  [syncRoutinesOf, (userId, { cards }) => syncRoutinesOf(userId, cards.source.astraId)],
  [storeFoundTransfer, (userId, { transferShown }) => storeFoundTransfer(userId, transferShown)],
  [storeAndFinish, (userId, { transferShown }) => storeAndFinish(userId, transferShown, [])],
  [sweepTransfers, sweepTransfers],
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

async function textOf(lines: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}
