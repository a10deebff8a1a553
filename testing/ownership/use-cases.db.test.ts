import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { AstraNotFoundError } from '@/lib/astra';
import { UserFacingError } from '@/lib/http/user-facing-error';
import { useEmulator } from '../astra/emulator';
import { forgetJobs } from '../jobs';
import { exportsOf, sourcesUnder, textOf } from '../sources/sources';
import { type Cast, createCast, operatorEmail } from './cast';
import { others, reads } from './use-cases';
import { isAbout, withoutTouching } from './watch';

// Before anything is called: the app reads its environment once.
Object.assign(process.env, { DIRECT_ENTRY: 'secure-host', OPERATOR_EMAILS: operatorEmail });
const emulator = await useEmulator();

const domains = [
  'cards',
  'accounts',
  'bank-link',
  'issuing',
  'direct-entry',
  'limits',
  'payments',
  'people',
];
const folders = [...domains, 'transfers', 'routines'].map((domain) => `lib/${domain}`);

/**
 * The functions that are told for whom they work, by name. Those that take a transaction write what
 * a use case has found to be this person's.
 */
const found = (await Promise.all(sourcesUnder(...folders).map(useCasesOf))).flat();

async function useCasesOf(file: string) {
  const declared = textOf(file).matchAll(/^export (?:async )?function\*? (\w+)\(([^)]*)/gm);
  const names = new Set(
    [...declared].flatMap(([, name, parameters = '']) =>
      /\buserId: string|ConfirmedOrder/.test(parameters) && !/tx: Transaction/.test(parameters)
        ? [name]
        : [],
    ),
  );
  return (await exportsOf(file))
    .filter(([name]) => names.has(name))
    .map(([name, useCase]) => ({ name: `${file} ${name}`, useCase }));
}

let cast: Cast;
beforeAll(async () => {
  cast = await createCast(emulator);
});
afterEach(forgetJobs);

test('every use case that works for a person is tried here with others', () => {
  const tried = new Set([...reads.keys(), ...others.keys()]);
  expect(found.filter(({ useCase }) => !tried.has(useCase)).map(({ name }) => name)).toEqual([]);
  expect(found).toHaveLength(tried.size);
});

const call = (useCase: unknown, userId: string) => {
  const work = reads.get(useCase) ?? others.get(useCase);
  if (!work) throw new Error('This use case is not tried.');
  return work(userId, cast.owner);
};

describe.each(['other', 'operator'] as const)('the %s', (role) => {
  test.each(found)('is told nothing and changes nothing by $name', async ({ useCase }) => {
    const { owner, users } = cast;
    const told = await withoutTouching(owner, emulator, () =>
      call(useCase, users[role].id).catch(refusalOf),
    );
    expect(isAbout(owner, inText(told))).toBe(false);
  });
});

test.each(found.filter(({ useCase }) => reads.has(useCase)))(
  'the owner is told by $name',
  async ({ useCase }) => {
    const { owner } = cast;
    expect(isAbout(owner, inText(await call(useCase, owner.user.id)))).toBe(true);
  },
);

/** Somebody else's does not exist, here as at Astra. */
function refusalOf(error: unknown): string {
  if (error instanceof UserFacingError || error instanceof AstraNotFoundError) return error.message;
  throw error;
}

function inText(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, held: unknown) =>
    typeof held === 'bigint' ? held.toString() : held,
  );
}
