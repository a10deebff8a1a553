import { z } from 'zod';
import { durationForms, isoTime, readDuration } from '../../clock/moments';
import { operations, webhookTypes } from '../../contract';
import { describeParameters } from '../../faults/describe-parameters';
import { matches, stateOfFault } from '../../faults/faults';
import { faultKinds, kindNamed, parametersOf } from '../../faults/kinds';
import { Problem } from '../../server/problem';
import type { FaultRow } from '../../state/rows-faults';
import { command } from '../command';
import type { Director } from '../director';

const nothing = z.strictObject({});
const keptFaults = 500;

/** What a call can be struck at. */
export const operationNames = Object.entries(operations).flatMap(([resource, calls]) =>
  Object.keys(calls).map((name) => `${resource}.${name}`),
);

/** Where, for whom, when and how often; the rest of the fields are the kind's own. */
const scope = z.looseObject({
  kind: z.string(),
  on: z.string().default('*'),
  user: z.string().min(1).nullish().default(null),
  nth: z.coerce.number().int().min(1).default(1),
  count: z.coerce.number().int().min(1).nullish().default(null),
  probability: z.coerce.number().min(0).max(1).default(1),
  for: z.string().nullish().default(null),
});

/** A fault as it is listed. */
export function printFault({ clock }: Director['world'], row: FaultRow) {
  return {
    id: row.id,
    state: stateOfFault(row, clock.now()),
    kind: row.kind,
    on: row.on,
    user: row.userId,
    nth: row.nth,
    left: row.left,
    probability: row.probability,
    until: row.expiresMs === null ? null : isoTime(row.expiresMs),
    ...row.parameters,
    seen: row.seen,
    hits: row.hits,
  };
}

/** Making things go wrong. */
export const faultCommands = [
  command({
    name: 'fault kinds',
    does: 'Lists every kind of fault.',
    parameters: nothing,
    run: () =>
      faultKinds.map((kind) => ({
        kind: kind.name,
        does: kind.does,
        strikes: kind.call === undefined ? 'webhooks' : 'calls',
        parameters: parametersOf(kind),
        takes: describeParameters(kind),
      })),
  }),
  command({
    name: 'fault list',
    does: 'Lists the faults that were added, and how often each has struck.',
    parameters: nothing,
    run: ({ world }) => world.store.faults.all().map((row) => printFault(world, row)),
  }),
  command({
    name: 'fault add',
    does: 'Adds a fault: --on routines.create, cards.*, a webhook type or *; --user ID; --nth N; --count N; --probability P; --for 10m; and what the kind takes.',
    words: ['kind'],
    parameters: scope,
    run: ({ world }, given) => world.store.transaction(() => addFault(world, given)),
  }),
  command({
    name: 'fault remove',
    does: 'Removes one fault.',
    words: ['id'],
    parameters: z.strictObject({ id: z.string() }),
    run: ({ world }, { id }) => {
      if (world.store.faults.get(id) === undefined) throw new Problem(404, `No fault ${id}.`);
      world.store.transaction(() => world.store.faults.delete(id));
      return { removed: 1 };
    },
  }),
  command({
    name: 'fault clear',
    does: 'Removes every fault, and lets held calls go on.',
    parameters: nothing,
    run: ({ world, breakpoints }) => {
      const rows = world.store.faults.all();
      world.store.transaction(() => {
        for (const { id } of rows) world.store.faults.delete(id);
      });
      return { removed: rows.length, released: breakpoints.release() };
    },
  }),
  command({
    name: 'breakpoint list',
    does: 'Lists the calls that a breakpoint holds.',
    parameters: nothing,
    run: ({ breakpoints }) =>
      breakpoints.list().map(({ sinceMs, ...call }) => ({ ...call, since: isoTime(sinceMs) })),
  }),
  command({
    name: 'breakpoint release',
    does: 'Lets a held call go on; without an id, all of them.',
    words: ['id'],
    parameters: z.strictObject({ id: z.string().optional() }),
    run: ({ breakpoints }, { id }) => ({ released: breakpoints.release(id) }),
  }),
];

function addFault(world: Director['world'], given: z.output<typeof scope>) {
  const { kind: name, on, user, nth, count, probability, for: lifetime, ...rest } = given;
  const kind = kindNamed(name);
  if (kind === undefined) throw new Problem(400, `There is no fault "${name}". See fault kinds.`);
  const obstacle = kind.obstacle?.(world) ?? null;
  if (obstacle !== null) throw new Problem(400, obstacle);
  const names: readonly string[] = kind.call === undefined ? webhookTypes : operationNames;
  if (!names.some((known) => matches(on, known))) {
    throw new Problem(400, `Nothing is called "${on}". Known: ${names.join(', ')}, or *.`);
  }
  if (user !== null && world.store.users.get(user) === undefined) {
    throw new Problem(400, `There is no user ${user}.`);
  }
  const lifetimeMs = lifetime === null ? null : readDuration(lifetime);
  if (lifetime !== null && lifetimeMs === null) {
    throw new Problem(400, `"${lifetime}" is no duration. ${durationForms}`);
  }
  const nowMs = world.clock.now();
  const row = world.store.faults.put({
    id: world.random.hex(8),
    kind: name,
    on,
    userId: user,
    nth,
    left: count,
    probability,
    expiresMs: lifetimeMs === null ? null : nowMs + lifetimeMs,
    parameters: kind.parameters.parse(rest),
    seen: 0,
    hits: 0,
    createdMs: nowMs,
  });
  world.store.faults.trim(keptFaults);
  return printFault(world, row);
}
