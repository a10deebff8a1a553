import { assumptions } from '../contract';
import { type Reply, seeOther } from '../server/messages';
import { Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { Draft, FlowRow, FlowStep } from '../state/rows-world';
import type { World } from '../world';

/** How long a person may leave the pages open. */
export const flowLifetimeMs = 60 * 60_000;

/** @throws Problem 410 for a flow that never was or is long over */
export function loadFlow(world: World, id: string): FlowRow {
  const flow = world.store.flows.get(id);
  if (flow === undefined) {
    throw new Problem(410, 'This page has expired. Go back to the app and start again.');
  }
  return flow;
}

/** Sends the browser to where the flow stands: its current screen, or back to the partner. */
export function goOn(flow: FlowRow): Reply {
  return seeOther(flow.location ?? stepPath(flow, flow.step));
}

export function stepPath(flow: FlowRow, step: FlowStep | 'cancel' | 'resend'): string {
  return `/flow/${flow.id}/${step}`;
}

export function moveTo(world: World, flow: FlowRow, step: FlowStep): FlowRow {
  return world.store.flows.put({ ...flow, step, draft: null });
}

/**
 * Shows a form again with what is wrong with it. The form is kept and the browser sent there with GET,
 * because a page that answers a form directly cannot be gone back to.
 */
export function sendBack(world: World, flow: FlowRow, draft: Draft): Reply {
  world.store.flows.put({ ...flow, draft });
  return seeOther(stepPath(flow, draft.step));
}

/** The refused form of a step, or an empty one. */
export function draftOf(flow: FlowRow, step: FlowStep): Draft {
  return flow.draft?.step === step ? flow.draft : { step, errors: {}, values: {} };
}

/** The user the person has proven to be. */
export function personOf(world: World, flow: FlowRow): UserRow | undefined {
  return world.store.users.get(flow.personId ?? '');
}

/** Moves on from the proof of identity to whatever this person still has to do. */
export function advance(world: World, flow: FlowRow): FlowRow {
  const person = personOf(world, flow);
  if (person === undefined) return moveTo(world, flow, 'unknown');
  const step = nextStep(flow, person);
  return step === 'done' ? finish(world, flow) : moveTo(world, flow, step);
}

function nextStep(flow: FlowRow, person: UserRow): FlowStep {
  if (person.status === 'pending') return 'review';
  if (person.status === 'retry') return 'retry';
  if (person.status === 'document') return person.documentUnderReview ? 'review' : 'document';
  // Somebody rejected after having authorized may still do so; suspended people may not.
  if (person.status === 'suspended') return 'refused';
  if (person.status === 'rejected' && !person.authorized) return 'refused';
  if (flow.bypassConnect) return 'done';
  if (flow.debitDirect) return 'card';
  // The offer to add a card belongs to the first authorization, and to the page made for it.
  return flow.kind === 'authorize' && person.authorized ? 'done' : 'connect';
}

/** The end: back to the partner, with a code when the flow was for one. */
export function finish(world: World, flow: FlowRow): FlowRow {
  const { store, clock, random } = world;
  const answer: Record<string, string> = {};
  if (flow.kind === 'authorize' && flow.personId !== null) {
    const code = random.alphanumeric(48);
    store.codes.put({
      id: code,
      clientId: flow.clientId,
      userId: flow.personId,
      redirectUri: flow.redirectUri,
      expiresMs: clock.now() + assumptions.authorizationCodeLifetimeMs,
    });
    answer.authorization_code = code;
    answer.code = code;
  }
  return end(world, flow, answer);
}

/** The person left, or cannot go on. */
export function leave(world: World, flow: FlowRow): FlowRow {
  return end(world, flow, { error: assumptions.hostedPagesReturn.leftError });
}

/** Remembers the way out, so that a second click or a step back leads to the same place. */
function end(world: World, flow: FlowRow, answer: Record<string, string>): FlowRow {
  const location = new URL(flow.redirectUri);
  for (const [name, value] of Object.entries(answer)) location.searchParams.append(name, value);
  if (flow.state !== null) location.searchParams.append('state', flow.state);
  return world.store.flows.put({ ...flow, step: 'done', draft: null, location: location.href });
}
