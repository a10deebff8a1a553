import { randomUUID } from 'node:crypto';
import * as accounts from '@/app/(app)/accounts/actions';
import * as bank from '@/app/(app)/accounts/add/bank/actions';
import * as sampleBank from '@/app/(app)/accounts/add/bank/stand-in/[session]/actions';
import * as typedAccount from '@/app/(app)/accounts/add/by-number/actions';
import * as card from '@/app/(app)/cards/[id]/actions';
import * as cardRemoval from '@/app/(app)/cards/[id]/remove/actions';
import * as cardTrip from '@/app/(app)/cards/add/actions';
import * as typedCard from '@/app/(app)/cards/add/by-number/actions';
import * as issuedCards from '@/app/(app)/cards/add/issued/actions';
import * as onboarding from '@/app/(app)/onboarding/actions';
import * as routines from '@/app/(app)/routines/actions';
import * as send from '@/app/(app)/send/actions';
import * as receiving from '@/app/(app)/settings/receiving/actions';
import * as cancelling from '@/app/(app)/transfers/[id]/cancel/actions';
import * as heldBalance from '@/app/(operator)/operator/accounts/[id]/actions';
import * as programMoney from '@/app/(operator)/operator/money/actions';
import * as webhooks from '@/app/(operator)/operator/webhooks/actions';
import { callbackPath } from '@/lib/bank-link/callback-path';
import { env } from '@/lib/env';
import { approvableDetails } from '../astra/person';
import type { FormAction } from '../requests/call-action';
import type { Owner, Role } from './cast';

/** Done to the owner's things, done for whoever asks, or refused with this sentence. */
type Outcome = 'entitled' | 'for oneself' | RegExp;

type Outcomes = Record<Exclude<Role, 'anonymous'>, Outcome>;

type Fields = (owner: Owner) => Record<string, string>;

type Case = {
  action: FormAction;
  outcomes: Outcomes;
  /** What the owner's own form would send. */
  fields: Fields;
};

/** About a thing of the owner's. Others are refused with this sentence. */
const ownersOnly = (refusal: RegExp): Outcomes => ({
  owner: 'entitled',
  other: refusal,
  operator: refusal,
});
/** Names nothing that is anybody's, or nothing that anybody but the owner could find. */
const eachForOneself: Outcomes = {
  owner: 'entitled',
  other: 'for oneself',
  operator: 'for oneself',
};
const operatorsOnly: Outcomes = {
  owner: /Only operators/,
  other: /Only operators/,
  operator: 'entitled',
};
/** Moves the program's money, for which nobody stands here: what operators can do is tested there. */
const operatorsForProgram: Outcomes = {
  ...operatorsOnly,
  operator: /Nobody stands for the program/,
};

const nothing: Fields = () => ({});
const cardField =
  (name: keyof Owner['cards']): Fields =>
  ({ cards }) => ({ cardId: cards[name].id });
const accountField =
  (name: keyof Owner['accounts']): Fields =>
  ({ accounts: owned }) => ({ accountId: owned[name].id });
/** What a browser says after it was at the secure host. Astra shows people their own only. */
const reportOf = ({ astraId }: { astraId: string }, loan: string) => ({
  loan,
  outcome: 'created',
  id: astraId,
});
/** The sample bank's page is for whoever set out to it. */
const bankVisit: Fields = ({ bank: { reference, state } }) => ({
  reference,
  return: `${env().NEXTAUTH_URL}${callbackPath}${state}`,
  checking: 'on',
});
const details: Fields = () => ({ ...approvableDetails(), submissionKey: randomUUID() });
const payment: Fields = ({ cards: { source, destination } }) => ({
  form: randomUUID(),
  source: `card:${source.id}`,
  destination: `card:${destination.id}`,
  amount: '4.99',
  name: 'Allowance',
});
const draft: Fields = ({ draftKey }) => ({ form: draftKey, version: '1' });
const programPayment: Fields = ({ user }) => ({
  form: randomUUID(),
  version: '1',
  amount: '4.99',
  source: 'payment_instrument:one',
  destination: 'payment_instrument:other',
  email: user.email,
  speed: 'T+0',
});
const routineForm: Fields = ({ routineId, routineShown }) => ({
  routineId,
  shown: routineShown,
  name: 'Allowance',
  amount: '6.00',
  frequency: 'monthly',
});
const balance: Fields = (owner) => ({
  ...accountField('held')(owner),
  current: '99.00',
  available: '99.00',
});

const of = (action: FormAction, outcomes: Outcomes, fields: Fields): Case => ({
  action,
  outcomes,
  fields,
});

/** Every server action, with input of the owner's, and what it does for whom. */
export const cases: readonly Case[] = [
  of(onboarding.submitDetails, eachForOneself, details),
  of(onboarding.openAuthorization, eachForOneself, nothing),
  of(cardTrip.openLinkCard, eachForOneself, () => ({ cards: 'one' })),
  of(typedCard.lookUpCard, eachForOneself, () => ({ digits: '510805' })),
  of(typedCard.lendForCard, eachForOneself, nothing),
  of(typedCard.finishCard, ownersOnly(/This form is over/), ({ cards, loans }) =>
    reportOf(cards.source, loans.card),
  ),
  of(issuedCards.submitIssuedCard, ownersOnly(/not one of yours/), ({ issuedCard }) => ({
    cardId: issuedCard.id,
  })),
  of(card.openVerifyCard, ownersOnly(/does not wait for a/), cardField('flagged')),
  of(cardRemoval.submitRemoval, ownersOnly(/not yours/), cardField('spare')),
  of(routines.submitPause, ownersOnly(/not yours/), ({ routineId }) => ({ routineId })),
  of(routines.submitResume, ownersOnly(/not yours/), ({ routineId }) => ({ routineId })),
  of(routines.submitChanges, ownersOnly(/not yours/), routineForm),
  of(routines.submitDeletion, ownersOnly(/not yours/), ({ routineId }) => ({ routineId })),
  of(accounts.openLinkAccount, eachForOneself, nothing),
  of(accounts.openReconnectAccount, ownersOnly(/no longer linked/), accountField('broken')),
  of(accounts.submitCheckAccount, ownersOnly(/no longer linked/), accountField('held')),
  of(accounts.submitRemoveAccount, ownersOnly(/not one of yours/), accountField('spare')),
  of(bank.openBankLink, eachForOneself, nothing),
  of(sampleBank.shareAccounts, ownersOnly(/Somebody else went to the bank/), bankVisit),
  of(sampleBank.leaveBank, ownersOnly(/Somebody else went to the bank/), bankVisit),
  of(typedAccount.lookUpRouting, eachForOneself, () => ({ digits: '222222226' })),
  of(typedAccount.lendForAccount, eachForOneself, nothing),
  of(typedAccount.finishAccount, ownersOnly(/This form is over/), (owner) =>
    reportOf(owner.accounts.held, owner.loans.account),
  ),
  of(send.reviewPaymentForm, ownersOnly(/check the marked fields/), payment),
  of(send.confirmPaymentForm, ownersOnly(/review it again/), draft),
  of(send.reviewAgain, eachForOneself, draft),
  of(cancelling.submitCancel, ownersOnly(/not yours/), ({ transfer }) => ({
    transferId: transfer.id,
  })),
  of(receiving.setReceivingForm, ownersOnly(/check the marked fields/), ({ cards }) => ({
    receiving: `card:${cards.destination.id}`,
  })),
  of(heldBalance.submitHeldBalanceForm, operatorsOnly, balance),
  of(webhooks.submitRetryEvent, operatorsOnly, () => ({ eventId: randomUUID() })),
  of(webhooks.submitRetryReason, operatorsOnly, () => ({ reason: 'Waiting for Godot.' })),
  of(programMoney.reviewMoveForm, operatorsForProgram, programPayment),
  of(programMoney.reviewPayoutForm, operatorsForProgram, programPayment),
  of(programMoney.reviewMoneyAgain, operatorsForProgram, programPayment),
  of(programMoney.confirmMoneyForm, operatorsForProgram, programPayment),
];
