import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeTurns } from './take-turns';

const ends = ['job:start', 'worker:getJob:empty', 'worker:getJob:error'];

test.each(ends)('after %s, and not before, the next slot asks for a job', async (end) => {
  const events = new EventEmitter();
  const { forbiddenFlags } = takeTurns({ events, forbiddenFlags: () => ['slow'] });
  const asked: string[] = [];
  const ask = async (slot: string) => {
    const flags = typeof forbiddenFlags === 'function' ? await forbiddenFlags() : null;
    asked.push(`${slot} without ${flags?.join()}`);
  };
  const slots = ['first', 'second', 'third'].map(ask);
  await setImmediate();
  expect(asked).toEqual(['first without slow']);
  events.emit(end);
  await setImmediate();
  expect(asked).toHaveLength(2);
  events.emit(end);
  await Promise.all(slots);
  // Nobody waits, so the next one need not.
  events.emit(end);
  await ask('fourth');
  expect(asked).toHaveLength(4);
});

test('what is forbidden is asked when a slot’s turn has come, and not while it waits', async () => {
  let asked = 0;
  const events = new EventEmitter();
  const { forbiddenFlags } = takeTurns({ events, forbiddenFlags: () => [`${(asked += 1)}`] });
  if (typeof forbiddenFlags !== 'function') throw new Error('Flags are asked for.');
  expect(await forbiddenFlags()).toEqual(['1']);
  const second = forbiddenFlags();
  await setImmediate();
  expect(asked).toBe(1);
  events.emit('job:start');
  expect(await second).toEqual(['2']);
});
