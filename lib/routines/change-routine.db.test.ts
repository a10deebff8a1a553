import { beforeEach, expect, test } from 'vitest';
import { createAccount } from '@/testing/astra/accounts';
import { answerWith, wireRoutine } from '@/testing/astra/answers';
import { useEmulator } from '@/testing/astra/emulator';
import { createKnownRoutine, createRoutine } from '@/testing/astra/routines';
import { forgetJobs, jobs } from '@/testing/jobs';
import { createPerson } from '@/testing/rows/people';
import { createTransfer } from '@/testing/rows/transfers';
import { changeRoutine } from './change-routine';
import { changeableFields, shownVersion, typedRoutine } from './changeable';
import { findRoutine } from './find-routine';
import { readChanges } from './read-changes';

const emulator = await useEmulator();
beforeEach(forgetJobs);

async function found(userId: string, astraId: string) {
  const routine = await findRoutine(userId, astraId);
  if (!routine) throw new Error('There is no such routine.');
  return routine;
}

/** Somebody with a weekly routine of $5 called Allowance, and its form. */
async function payer() {
  const { person, id } = await createKnownRoutine(emulator);
  const userId = person.user.id;
  const open = async () => {
    const routine = await found(userId, id);
    return { shown: shownVersion(routine), typed: typedRoutine(routine) };
  };
  const form = await open();
  const save = (typed: Record<string, string>, { shown } = form) =>
    changeRoutine(userId, { routineAstraId: id, shown, typed: { ...form.typed, ...typed } });
  return { userId, id, open, save, path: `/v1/routines/${id}` };
}

const sent = (path: string) =>
  emulator.proxy.calls('PUT', path).map(({ body }) => JSON.parse(body) as unknown);

test('what was changed is sent, and nothing else', async () => {
  const { userId, id, save, path } = await payer();
  expect(await save({ amount: '7.50', frequency: 'monthly' })).toBe(true);
  expect(sent(path)).toEqual([{ amount: 7.5, frequency: 'monthly' }]);
  expect(await found(userId, id)).toMatchObject({
    name: 'Allowance',
    amountCents: 750n,
    frequency: 'monthly',
  });
});

test('a form on which nothing was changed asks Astra for nothing', async () => {
  const { save, path } = await payer();
  expect(await save({ name: ' Allowance ', amount: '5' })).toBe(false);
  expect(sent(path)).toEqual([]);
});

test('mistakes are named beside their fields, all at once, and nothing is sent', async () => {
  const { save, path } = await payer();
  await expect(save({ name: '', amount: '4,99', frequency: 'hourly' })).rejects.toMatchObject({
    fields: {
      name: 'Enter a name.',
      amount: 'Use commas for thousands and a dot for cents, such as 1,000.50.',
      frequency: 'Choose how often.',
    },
  });
  expect(sent(path)).toEqual([]);
});

test('a form that is older than the routine does not undo what was changed since', async () => {
  const { userId, id, open, save, path } = await payer();
  await save({ amount: '90.00' });
  await expect(save({ name: 'Pocket money' })).rejects.toThrow('was changed since you opened');
  expect(sent(path)).toHaveLength(1);
  expect(await save({ name: 'Pocket money', amount: '90' }, await open())).toBe(true);
  expect(await found(userId, id)).toMatchObject({ name: 'Pocket money', amountCents: 9000n });
});

test("somebody else's routine is not changed", async () => {
  const { id, open, path } = await payer();
  const { id: stranger } = await createPerson();
  const change = changeRoutine(stranger, { routineAstraId: id, ...(await open()) });
  await expect(change).rejects.toThrow('This routine is not yours');
  expect(sent(path)).toEqual([]);
});

test('when the answer is lost, the routine itself tells that it was changed', async () => {
  const { save, path } = await payer();
  emulator.proxy.arm('PUT', path, { kind: 'lose_answer' });
  expect(await save({ amount: '6' })).toBe(true);
});

test('when the request is lost, the person hears that it is as it was, and it is looked at later', async () => {
  const { save, path } = await payer();
  emulator.proxy.arm('PUT', path, { kind: 'lose_request' });
  await expect(save({ amount: '6' })).rejects.toThrow('Astra has not changed it yet.');
  expect(await jobs('sync_resource')).toHaveLength(2);
});

test('when Astra is silent, nothing is claimed, and it is looked at until it is known', async () => {
  const { save, path } = await payer();
  emulator.proxy.arm('PUT', path, { kind: 'lose_answer' });
  emulator.proxy.arm('GET', path, { kind: 'answer', status: 503, workIsDone: false }, 9);
  await expect(save({ amount: '6' })).rejects.toThrow('We are finding out');
  expect(await jobs('sync_resource')).toHaveLength(2);
});

test('when Astra has agreed but shows the routine as it was, it is looked at again now and later', async () => {
  const { id, save } = await payer();
  answerWith(emulator, 'routines', wireRoutine({ id, type: 'recurring' }));
  await expect(save({ amount: '6' })).rejects.toThrow('Astra has agreed');
  expect(await jobs('sync_resource')).toHaveLength(2);
});

test("what Astra says against it is told in Astra's words", async () => {
  const { save, path } = await payer();
  const body = { code: 400, name: 'Bad Request', description: 'Too much.' };
  emulator.proxy.arm('PUT', path, { kind: 'answer', status: 400, body, workIsDone: false });
  await expect(save({ amount: '6' })).rejects.toThrow('Astra did not change it: Too much.');
});

test('what has ended, is suspended, or has begun to pay once is not changed', async () => {
  const { id: userId } = await createPerson();
  const tried = async (change: Parameters<typeof createRoutine>[1], transfers = 0) => {
    const { astraId } = await createRoutine(userId, change);
    if (transfers > 0) await createTransfer(userId, { routineAstraId: astraId });
    return changeRoutine(userId, { routineAstraId: astraId, shown: '', typed: {} });
  };
  await expect(tried({ status: 'cancelled' })).rejects.toThrow('has ended');
  await expect(tried({ status: 'user_suspended' })).rejects.toThrow('suspended');
  await expect(tried({ type: 'one-time' }, 1)).rejects.toThrow('Its payment has begun');
  await expect(tried({}, 1)).rejects.toThrow('since you opened');
});

test.each([
  ['one-time', ['name', 'amount']],
  ['recurring', ['name', 'amount', 'frequency']],
  ['sweep', ['name', 'thresholdCents']],
  ['round-up', ['name', 'spendingAstraId']],
  ['percentage-based', ['name', 'percentOfTransaction', 'minimumTransactionCents']],
  ['fifty-two-week', ['name', 'amountStartCents', 'amountIncrementCents']],
  ['lottery', ['name']],
  [null, ['name']],
])('of a %s routine its own fields can be changed', (type, fields) => {
  expect(changeableFields(type)).toEqual(fields);
});

test('each kind that moves by itself sends its own terms, under Astra’s names', async () => {
  const { id: userId } = await createPerson();
  const account = await createAccount(userId);
  const read = async (type: string, terms: object, typed: Record<string, string>) => {
    const { astraId } = await createRoutine(userId, { type, frequency: null, terms });
    const routine = await found(userId, astraId);
    return readChanges(routine, { ...typedRoutine(routine), amount: '99', ...typed });
  };
  const noFaults = { faults: {} };
  expect(await read('sweep', { thresholdCents: 100 }, { thresholdCents: '2' })).toEqual({
    changes: { threshold_cents: 200 },
    ...noFaults,
  });
  expect(await read('round-up', {}, { spendingAstraId: account.astraId })).toEqual({
    changes: { spending: account.astraId },
    ...noFaults,
  });
  const deposit = { percentOfTransaction: 5 };
  expect(await read('percentage-based', deposit, { percentOfTransaction: '5.5' })).toEqual({
    changes: { percent_of_transaction: 5.5 },
    ...noFaults,
  });
  // Astra documents no way to take an amount away again.
  const least = { ...deposit, minimumTransactionCents: 100 };
  expect(await read('percentage-based', least, { minimumTransactionCents: '' })).toEqual({
    changes: {},
    faults: { minimumTransactionCents: 'Enter an amount.' },
  });
  expect(await read('percentage-balance', {}, { percentOfBalance: '101' })).toMatchObject({
    faults: { percentOfBalance: 'Enter percent, such as 5 or 2.5.' },
  });
});
