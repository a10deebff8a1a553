import type { UserRow } from '../state/rows';
import type { FlowRow, FlowStep } from '../state/rows-flows';
import type { World } from '../world';

/** What a person who is known has to do next; `done` when nothing is left. */
export function nextStep(world: World, flow: FlowRow, person: UserRow): FlowStep {
  if (isForSomebodyElse(world, flow, person)) return 'stranger';
  return identityStep(flow, person) ?? purposeStep(world, flow, person);
}

/** A link that names an account or a card is for its owner. */
function isForSomebodyElse({ store }: World, flow: FlowRow, person: UserRow): boolean {
  const { accountId, cardId } = flow;
  const isOthersAccount =
    accountId !== undefined && store.accounts.get(accountId)?.userId !== person.id;
  const isOthersCard = cardId !== undefined && store.cards.get(cardId)?.userId !== person.id;
  return isOthersAccount || isOthersCard;
}

/** What the identity check asks for, on every page alike. */
function identityStep(flow: FlowRow, person: UserRow): FlowStep | undefined {
  const isBusiness = typeof person.businessProfileId === 'string';
  // Somebody rejected after having authorized may still do so; suspended people may not.
  if (person.status === 'suspended') return 'refused';
  if (person.status === 'rejected' && !person.authorized) return 'refused';
  // A business may hand in its details whatever its status is.
  if (flow.kind === 'verify_business' && isArriving(flow))
    return isBusiness ? 'business' : 'stranger';
  if (person.status === 'pending' && isBusiness) {
    return flow.goesOnPending ? undefined : 'business_review';
  }
  if (person.status === 'pending') return 'review';
  if (person.status === 'retry') return 'retry';
  if (person.status === 'document') return person.documentUnderReview ? 'review' : 'document';
  return undefined;
}

/** What the page is there for. */
function purposeStep({ store }: World, flow: FlowRow, person: UserRow): FlowStep {
  switch (flow.kind) {
    case 'authorize':
      if (flow.bypassConnect) return 'done';
      if (flow.debitDirect) return 'card';
      // The offer to add a card belongs to the first authorization.
      return person.authorized ? 'done' : 'connect';
    case 'link_card':
      return flow.debitDirect ? 'card' : 'connect';
    case 'link_account':
      return flow.accountId === undefined ? 'banks' : 'bank_login';
    case 'cards':
      return 'cards';
    case 'verify_card':
      return store.cards.get(flow.cardId ?? '')?.verification?.isVerified
        ? 'nothing_due'
        : 'verify_card';
    // The pages under `/verify`.
    default:
      return isArriving(flow) ? 'nothing_due' : 'done';
  }
}

/** The person has only just proven who they are. */
function isArriving({ step }: FlowRow): boolean {
  return step === 'terms' || step === 'code';
}
