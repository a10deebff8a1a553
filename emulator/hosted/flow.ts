import { assumptions } from '../contract';
import { type Reply, seeOther } from '../server/messages';
import { Problem } from '../server/problem';
import type { UserRow } from '../state/rows';
import type { Draft, FlowRow, FlowStep } from '../state/rows-flows';
import type { World } from '../world';
import { nextStep } from './next-step';

/** How long a person may leave the pages open. */
const flowLifetimeMs = 60 * 60_000;

/** What is known of somebody's way before its first step. */
export type Link = Omit<
  FlowRow,
  'id' | 'step' | 'personId' | 'sms' | 'draft' | 'location' | 'createdMs'
>;

/** Begins a way through the pages, which is forgotten after an hour. */
export function openFlow(world: World, link: Link, step: FlowStep): FlowRow {
  const { store, random, clock, scheduler } = world;
  const flow = store.flows.put({
    ...link,
    id: random.alphanumeric(40),
    step,
    personId: null,
    sms: null,
    draft: null,
    location: null,
    createdMs: clock.now(),
  });
  scheduler.plan('forget_flow', flow.id, flowLifetimeMs);
  return flow;
}

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
  const step = person === undefined ? 'unknown' : nextStep(world, flow, person);
  return step === 'done' ? finish(world, flow) : moveTo(world, flow, step);
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
  const told = { ...answer, ...(flow.state === null ? {} : { state: flow.state }) };
  const location = new URL(flow.redirectUri);
  for (const [name, value] of Object.entries(told)) location.searchParams.append(name, value);
  // In the frame of `sdk.js` a last page tells the answer to the page around it.
  const way = flow.sdkOrigin === undefined ? { location: location.href } : { answer: told };
  return world.store.flows.put({ ...flow, ...way, step: 'done', draft: null });
}
