import { redirect } from 'next/navigation';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { currentUser, requireUser } from '@/lib/auth/current-user';
import { sessionMarkField } from '@/lib/auth/session-mark-field';
import { signOut } from '@/lib/auth/sign-out';
import type { User } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { callAction, formOf } from '@/testing/requests/call-action';
import { withinRequest } from '@/testing/requests/next-request';
import { type Browser, signIn, strangersBrowser } from '@/testing/requests/sign-in';
import { createPerson } from '@/testing/rows/people';
import { userAction } from './user-action';
import { UserFacingError } from './user-facing-error';

// Before the first action: the app reads its environment once.
process.env['OPERATOR_EMAILS'] = 'operator@larkspur.example';

const schema = z.object({
  name: z
    .string()
    .min(1, 'Enter a name.')
    .max(5, 'Too long.')
    .regex(/^[a-z]*$/, 'Letters only.'),
  ssn: z.string().min(4, 'Enter four digits.'),
});

type Options = Parameters<typeof userAction<typeof schema, unknown>>[0];

/** Sends a form to an action that does `run`, from a page of this browser. */
async function submit(
  { cookies, mark }: Browser,
  fields: Record<string, string>,
  run: Options['run'] = async () => 'done',
  options: Partial<Options> = {},
) {
  const action = userAction({ name: 'test', schema, secretFields: ['ssn'], run, ...options });
  return callAction({ cookies, mark }, action, fields);
}

const good = { name: 'ann', ssn: '1234' };

test('an action gets the parsed input and the person of the session', async () => {
  const user = await createPerson();
  const state = await submit(await signIn(user), good, async (input, who) => ({ input, who }));
  const who = { id: user.id, email: user.email };
  expect(state).toEqual({ status: 'done', result: { input: good, who } });
});

test.each([
  ['no cookie', async () => ({ ...strangersBrowser(), cookies: {} })],
  ['an invented session', async () => strangersBrowser()],
  ['a session that is over', async () => signIn(await createPerson(), new Date(Date.now() - 1000))],
])('with %s nothing is done, and the form keeps what was typed', async (_what, browser) => {
  let ran = false;
  const state = await submit(await browser(), good, async () => {
    ran = true;
  });
  expect(ran).toBe(false);
  expect(state).toMatchObject({
    status: 'error',
    message: 'You are signed out. Sign in again, then repeat this.',
    values: { name: 'ann' },
  });
});

test('input that does not fit gets one sentence per field, and keeps all but the secrets', async () => {
  const browser = await signIn(await createPerson());
  const typed = { name: 'TOO LONG', ssn: '12', $ACTION_ID: 'x', other: 'kept' };
  const state = await submit(browser, typed);
  expect(state).toMatchObject({
    status: 'error',
    message: 'Please check the marked fields.',
    fields: { name: 'Too long.', ssn: 'Enter four digits.' },
  });
  expect(state).toHaveProperty('values', { name: 'TOO LONG', other: 'kept' });
});

test.each([
  ['somebody else', async () => (await signIn(await createPerson())).mark],
  ['the same person before they signed in again', async (user: User) => (await signIn(user)).mark],
  ['nobody', async () => ''],
])(
  'a page that was made for %s does nothing here, and what was typed is not shown',
  async (_who, markOf) => {
    const user = await createPerson();
    let ran = false;
    const { cookies } = await signIn(user);
    const state = await submit({ cookies, mark: await markOf(user) }, good, async () => {
      ran = true;
    });
    expect(ran).toBe(false);
    expect(state).toMatchObject({
      status: 'error',
      message: expect.stringMatching(/^Somebody signed in again since this page was opened/),
      values: {},
    });
  },
);

test('what is for operators alone is done for them, and refused to everybody else', async () => {
  const operator = await db().user.create({ data: { email: 'operator@larkspur.example' } });
  const person = await createPerson();
  const run = async (_input: unknown, who: { id: string }) => who.id;
  const tryAs = (browser: Browser) => submit(browser, good, run, { operatorsOnly: true });
  expect(await tryAs(await signIn(operator))).toEqual({ status: 'done', result: operator.id });
  expect(await tryAs(await signIn(person))).toMatchObject({
    status: 'error',
    message: 'Only operators can do this.',
  });
  expect(await tryAs(strangersBrowser())).toMatchObject({
    message: expect.stringMatching(/^You are signed out/),
  });
});

test('files and fields with strange names do no harm', async () => {
  const { cookies, mark } = await signIn(await createPerson());
  const form = formOf({ [sessionMarkField]: mark, ...good, __proto__x: '1', constructor: '2' });
  form.append('__proto__', 'polluted');
  form.append('name', new Blob(['x']), 'name.txt');
  const action = userAction({ name: 'test', schema, run: async (input) => input });
  const { result } = await withinRequest({ cookies }, () => action({ status: 'idle' }, form));
  expect(result).toEqual({ status: 'done', result: good });
  expect('polluted' in {}).toBe(false);
});

test.each([
  ['nothing', undefined],
  ['a text', 'name=ann'],
  ['an object', { ...good }],
  ['what lists fields and is no form', { entries: () => [['name', 'ann']] }],
])('%s instead of a form is refused, and does nothing', async (_what, sent) => {
  const { cookies } = await signIn(await createPerson());
  let ran = false;
  const action = userAction({
    name: 'test',
    schema: z.object({}),
    run: async () => {
      ran = true;
    },
  });
  // As a program calls it, which knows no types.
  const { result } = await withinRequest({ cookies }, () =>
    Reflect.apply(action, null, [{ status: 'idle' }, sent]),
  );
  expect(result).toMatchObject({
    status: 'error',
    fields: {},
    values: {},
  });
  expect(ran).toBe(false);
});

test('a sentence meant for the person is shown, beside its field', async () => {
  const browser = await signIn(await createPerson());
  const state = await submit(browser, good, async () => {
    throw new UserFacingError('Choose another card.', { name: 'Not this one.' });
  });
  expect(state).toMatchObject({
    message: 'Choose another card.',
    fields: { name: 'Not this one.' },
    values: { name: 'ann' },
  });
});

test('any other error is a reference and no detail, and each attempt has another', async () => {
  const browser = await signIn(await createPerson());
  const fail = async () => {
    throw new Error('canary: password of the database');
  };
  const [one, two] = [await submit(browser, good, fail), await submit(browser, good, fail)];
  expect(JSON.stringify(one)).not.toContain('canary');
  expect(one).toMatchObject({
    message: expect.stringMatching(/Something went wrong on our side.*reference [0-9a-f]{8}\.$/),
  });
  expect(one).not.toEqual(two);
});

test('whoever does something without end is asked to wait, and nothing is done until then', async () => {
  const { cookies, mark } = await signIn(await createPerson());
  const form = formOf({ [sessionMarkField]: mark, ...good });
  let done = 0;
  const action = userAction({
    name: 'limited',
    schema,
    limit: { count: 3, minutes: 60 },
    run: async () => {
      done += 1;
    },
  });
  const submitOnce = async () =>
    (await withinRequest({ cookies }, () => action({ status: 'idle' }, form))).result;
  const answers = await Promise.all(Array.from({ length: 12 }, submitOnce));
  expect(done).toBe(3);
  expect(answers.filter(({ status }) => status === 'error')).toHaveLength(9);
  expect(await submitOnce()).toMatchObject({
    message: 'That was very often in a short time. Wait a few minutes, then try again.',
  });
});

test('what no database can hold does not get as far', async () => {
  const browser = await signIn(await createPerson());
  const state = await submit(browser, { ...good, ssn: 'a\0b\ud800c' }, async ({ ssn }) => ssn);
  expect(state).toMatchObject({ status: 'done', result: 'a\uFFFDb\uFFFDc' });
});

test('an action that redirects does redirect', async () => {
  const browser = await signIn(await createPerson());
  const redirecting = submit(browser, good, async () => redirect('/cards'));
  await expect(redirecting).rejects.toMatchObject({ digest: expect.stringContaining('/cards') });
});

test('what an action says of itself is written down once it is done, and never when it fails', async () => {
  const user = await createPerson();
  const cookies = await signIn(user);
  const audit: Options['audit'] = ({ name }, result) => ({
    action: 'test.done',
    detail: `${name}: ${String(result)}`,
  });
  const fail = async () => {
    throw new UserFacingError('Not today.');
  };
  await submit(cookies, good, fail, { audit });
  await submit(cookies, { ...good, name: '' }, undefined, { audit });
  expect(await db().auditEvent.count({ where: { userId: user.id } })).toBe(0);
  await submit(cookies, good, undefined, { audit });
  expect(await db().auditEvent.findMany({ where: { userId: user.id } })).toMatchObject([
    { actorId: user.id, action: 'test.done', detail: 'ann: done' },
  ]);
});

test('an action that leads somewhere goes there after its trace was written', async () => {
  const user = await createPerson();
  const going = submit(await signIn(user), good, undefined, {
    audit: () => ({ action: 'test.done', detail: 'Done.' }),
    leadTo: ({ name }) => `/cards/${name}`,
  });
  await expect(going).rejects.toMatchObject({ digest: expect.stringContaining('/cards/ann') });
  expect(await db().auditEvent.count({ where: { userId: user.id } })).toBe(1);
});

test('a page for signed-in people sends everybody else to sign in', async () => {
  const user = await createPerson();
  const { cookies } = await signIn(user);
  expect((await withinRequest({ cookies }, requireUser)).result.id).toBe(user.id);
  await expect(withinRequest({}, requireUser)).rejects.toMatchObject({
    digest: expect.stringContaining('/sign-in'),
  });
});

test('signing out ends the session in the database and takes the cookie away', async () => {
  const { cookies } = await signIn(await createPerson());
  await expect(withinRequest({ cookies }, signOut)).rejects.toMatchObject({
    digest: expect.stringContaining('/sign-in'),
  });
  expect((await withinRequest({ cookies }, currentUser)).result).toBeNull();
});
