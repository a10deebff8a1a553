import { z } from 'zod';
import { changeCapabilities } from '../../engine/by-hand';
import { command } from '../command';

const ofUser = z.strictObject({ user: z.string().min(1) });

/** What Astra decides about people. */
export const peopleCommands = [
  command({
    name: 'capabilities lower',
    does: 'Lets a person do the least that there is, as after three changes of e-mail address in a year: --user ID.',
    words: ['user'],
    parameters: ofUser,
    run: ({ world }, { user }) => {
      world.store.transaction(() => changeCapabilities(world, user, true));
      return { lowered: user };
    },
  }),
  command({
    name: 'capabilities restore',
    does: 'Lets a person do everything again: --user ID.',
    words: ['user'],
    parameters: ofUser,
    run: ({ world }, { user }) => {
      world.store.transaction(() => changeCapabilities(world, user, false));
      return { restored: user };
    },
  }),
];
