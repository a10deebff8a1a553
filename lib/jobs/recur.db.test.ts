import { beforeEach, expect, test } from 'vitest';
import { databaseTime } from '@/lib/db/database-time';
import { db } from '@/lib/db/prisma';
import { forgetJobs, jobs, runJobs } from '@/testing/jobs';
import { until } from '@/testing/until';
import { startRecurring } from './recur';

beforeEach(forgetJobs);

const recurring = ['clean_up', 'reconcile', 'refresh_due_connections', 'sweep'];
const begun = async () => (await jobs()).map((job) => job.task_identifier).sort();

/** A worker has asked what is due, and begun it. */
async function ask(): Promise<void> {
  const stop = startRecurring();
  await stop();
}

test('what recurs is begun by the first worker that there is, and then when it is due', async () => {
  await ask();
  expect(await begun()).toEqual(recurring);
  await runJobs();
  await ask();
  expect(await begun()).toEqual([]);
  await db().recurringWork.update({ where: { task: 'reconcile' }, data: { dueAt: new Date(0) } });
  await ask();
  expect(await begun()).toEqual(['reconcile']);
});

test('a worker that stays asks again and again', async () => {
  const stop = startRecurring();
  await until('the first work', async () => (await begun()).length === recurring.length);
  await forgetJobs();
  await until('the next', async () => (await begun()).length === recurring.length);
  await stop();
});

test('workers that ask at the same time begin everything once', async () => {
  await Promise.all(Array.from({ length: 5 }, ask));
  expect(await begun()).toEqual(recurring);
  const now = (await databaseTime()).getTime();
  const { dueAt } = await db().recurringWork.findUniqueOrThrow({ where: { task: 'reconcile' } });
  expect(dueAt.getTime() - now).toBeLessThanOrEqual(60_000);
});

test('what a wrong clock of the database put off for years is begun at once', async () => {
  await ask();
  await runJobs();
  const dueAt = new Date('2100-01-01');
  await db().recurringWork.updateMany({ where: { task: 'reconcile' }, data: { dueAt } });
  await ask();
  expect(await begun()).toEqual(['reconcile']);
});
