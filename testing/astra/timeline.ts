import { z } from 'zod';
import { Prisma } from '@/lib/db/generated/client';
import { db } from '@/lib/db/prisma';
import { lookedAt } from '../rows/looked-at';
import { until } from '../until';
import { controlEmulator } from './control';
import type { Emulator } from './emulator';

const clock = z.object({ now: z.coerce.date() });

/** The time of the whole world, which is the emulator's. In milliseconds. */
export async function worldTime(emulator: Emulator): Promise<number> {
  return clock.parse(await controlEmulator(emulator, 'clock show', {})).now.getTime();
}

/**
 * Moves Astra and us on in time at once: its clock is put on, and what waits in our database is
 * brought nearer by as much.
 */
export async function moveTime(emulator: Emulator, seconds: number): Promise<void> {
  await controlEmulator(emulator, 'clock advance', { to: `${seconds}s` });
  const step = Prisma.sql`make_interval(secs => ${seconds}::int)`;
  await db().$transaction([
    db().$executeRaw`UPDATE payments SET send_by = send_by - ${step}`,
    db().$executeRaw`UPDATE webhook_events SET received_at = received_at - ${step}`,
    db().$executeRaw`UPDATE found_changes SET found_at = found_at - ${step}`,
    db().$executeRaw`UPDATE astra_connections SET next_sweep_at = next_sweep_at - ${step}`,
    db().$executeRaw`UPDATE recurring_work SET due_at = due_at - ${step}`,
    ...lookedAt.map(
      (table) =>
        db().$executeRaw`
          UPDATE ${table} SET next_look_at = next_look_at - ${step}`,
    ),
    db().$executeRaw`
      UPDATE graphile_worker._private_jobs
      SET run_at = run_at - ${step}, locked_at = locked_at - ${step}`,
    db().$executeRaw`
      UPDATE graphile_worker._private_job_queues SET locked_at = locked_at - ${step}`,
  ]);
}

/** The same, and waits until a worker has done the looks that have become due. */
export async function passTime(emulator: Emulator, seconds: number): Promise<void> {
  await moveTime(emulator, seconds);
  await until('the looks that are due', areLooksDone, 60_000);
}

async function areLooksDone(): Promise<boolean> {
  const due = await db().$queryRaw<unknown[]>`
    SELECT FROM graphile_worker.jobs
    WHERE task_identifier = 'settle_payment' AND run_at <= now() AND attempts < max_attempts
    LIMIT 1`;
  return due.length === 0;
}
