import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ask, control } from '../testing/control';
import { testEmulator } from '../testing/emulator';
import { temporaryDir } from '../testing/process';

/** An emulator in whose plan stands work that nothing can do. */
async function withBadTask(strict: boolean, dueMs: number) {
  const dataDir = await temporaryDir();
  const task = { id: 'bad-task', kind: 'no_such_work', subject: 'some-subject', dueMs };
  await writeFile(
    join(dataDir, 'journal.jsonl'),
    `${JSON.stringify([['tasks', task.id, task]])}\n`,
  );
  const emulator = await testEmulator({ settings: { dataDir, strict } });
  const takeLog = () => emulator.logged.splice(0).join(' ');
  return { emulator, takeLog };
}

test('planned work that fails is shown in the advance, the status and the console', async () => {
  const { emulator, takeLog } = await withBadTask(false, Date.now() + 3_600_000);
  const failed = { id: 'bad-task', kind: 'no_such_work', subject: 'some-subject' };
  const shown = await control(emulator, 'clock advance', { to: '2h' });
  expect(shown.failed_tasks).toMatchObject([failed]);
  expect(shown.planned_tasks).toBe(0);
  expect((await control(emulator, 'clock advance', { to: '1h' })).failed_tasks).toEqual([]);
  expect((await control(emulator, 'status')).failed_tasks).toMatchObject([failed]);
  const page = await (await fetch(`${emulator.hostedUrl}/console/clock`)).text();
  expect(page).toContain('No such work');
  expect(page).toContain('some-subject');
  expect(takeLog()).toContain('not a function');
});

test('in strict mode an advance over planned work that fails is an error that names it', async () => {
  const { emulator, takeLog } = await withBadTask(true, Date.now() + 3_600_000);
  const answer = await ask(emulator, 'clock advance', { to: '2h' });
  expect(answer.status).toBe(500);
  expect(JSON.stringify(answer.body)).toContain('no_such_work some-subject');
  expect(takeLog()).toContain('not a function');
});

test('an amount beyond what can be counted in cents is refused, wherever it comes in', async () => {
  const emulator = await testEmulator();
  const list = await emulator.call('GET', '/v1/payment_instruments', { auth: emulator.basic });
  const [id] = /[0-9a-f-]{36}/.exec(JSON.stringify(list.body)) ?? [];
  const pay = (amount: unknown) => ask(emulator, 'inbound-payment', { instrument: id, amount });
  expect((await pay('1e15')).status).toBe(400);
  expect((await pay(9_999_999_999_999.99)).status).toBe(200);
});
