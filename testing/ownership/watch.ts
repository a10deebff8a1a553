import { expect } from 'vitest';
import { openToken } from '@/lib/tokens/sealed-tokens';
import type { Emulator } from '../astra/emulator';
import { connectionOf } from '../astra/person';
import { everyRow } from '../every-text';
import type { Owner } from './cast';

/** Whether a text is about the owner. */
export function isAbout({ marks }: Owner, text: string): boolean {
  return marks.some((mark) => text.includes(mark));
}

/**
 * Does something that nobody but the owner could do with success, and holds it to that: no row
 * about the owner comes, goes or changes, and Astra is asked for nothing in the owner's name.
 */
export async function withoutTouching<Result>(
  owner: Owner,
  { proxy, secureProxy }: Emulator,
  work: () => Promise<Result>,
): Promise<Result> {
  const { accessTokenSealed } = await connectionOf(owner.user.id);
  const token = openToken(accessTokenSealed ?? '', owner.user.id, 'access_token');
  const before = await rowsAbout(owner);
  expect(before.length).toBeGreaterThan(10);
  const result = await work();
  expect(await rowsAbout(owner)).toEqual(before);
  const calls = [...proxy.seen(), ...secureProxy.seen()];
  expect(calls.filter(({ authorization }) => authorization.includes(token))).toEqual([]);
  return result;
}

async function rowsAbout(owner: Owner): Promise<string[]> {
  return (await everyRow()).filter((row) => isAbout(owner, row)).sort();
}
