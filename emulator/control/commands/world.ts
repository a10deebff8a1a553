import { z } from 'zod';
import { readTime } from '../../clock/moments';
import { stateOfFault } from '../../faults/faults';
import { seedNamed, seeds } from '../../seeds/seeds';
import { Problem } from '../../server/problem';
import { snapshotName } from '../../state/snapshots';
import { command } from '../command';
import { listFailedTasks, showClock } from './clock';

const nothing = z.strictObject({});
const named = z.strictObject({
  name: z
    .string()
    .regex(snapshotName, 'Use up to 40 small letters, digits and dashes, the first no dash.'),
});

/** The world as a whole. */
export const worldCommands = [
  command({
    name: 'status',
    does: 'Tells what is in the world, and how its clock stands.',
    parameters: nothing,
    run: (director) => {
      const { store, clock } = director.world;
      const unspent = store.faults.newest('state', 'active', store.faults.size);
      const nowMs = clock.now();
      return {
        clock: showClock(director),
        users: store.users.size,
        cards: store.cards.size,
        routines: store.routines.size,
        transfers: store.transfers.size,
        webhooks: store.deliveries.size,
        failed_tasks: listFailedTasks(director),
        faults: unspent.filter((row) => stateOfFault(row, nowMs) === 'active').length,
        held_calls: director.breakpoints.list().length,
        snapshots: director.snapshots(),
      };
    },
  }),
  command({
    name: 'reset',
    does: 'Begins again with an empty world. With --at TIME the clock stands still there.',
    parameters: z.strictObject({ at: z.string().min(1).optional() }),
    run: (director, { at }) => {
      const freezeAtMs = at === undefined ? null : readTime(at);
      if (at !== undefined && freezeAtMs === null) {
        throw new Problem(400, `"${at}" is no time from 1970 to 2199. Write 2026-03-01T15:00:00Z.`);
      }
      director.reset(freezeAtMs);
      return { reset: true, clock: showClock(director) };
    },
  }),
  command({
    name: 'snapshot save',
    does: 'Keeps the world as it is under a name.',
    words: ['name'],
    parameters: named,
    run: (director, { name }) => {
      director.save(name);
      return { saved: name };
    },
  }),
  command({
    name: 'snapshot restore',
    does: 'Brings a kept world back, faults and a frozen clock included.',
    words: ['name'],
    parameters: named,
    run: (director, { name }) => {
      if (!director.restore(name)) throw new Problem(404, `There is no snapshot "${name}".`);
      return { restored: name, clock: showClock(director) };
    },
  }),
  command({
    name: 'snapshot list',
    does: 'Lists the kept worlds.',
    parameters: nothing,
    run: (director) => director.snapshots(),
  }),
  command({
    name: 'seed',
    does: `Begins again with a populated world: ${seeds.map(({ name }) => name).join(', ')}.`,
    words: ['name'],
    parameters: z.strictObject({ name: z.string() }),
    run: (director, { name }) => {
      const seed = seedNamed(name);
      if (seed === undefined) throw new Problem(404, `There is no seed "${name}".`);
      director.reset(null);
      seed.plant(director.world);
      return { seeded: name, does: seed.does };
    },
  }),
];
