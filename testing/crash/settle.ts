import { runOnce } from 'graphile-worker';
import { endJobPool, openJobPool } from '@/lib/jobs/job-pool';
import { workerOptions } from '@/lib/jobs/worker';
import { showPresence } from '@/lib/jobs/worker-presence';

/** Run as a process of its own: a worker that does what is due, and is killed at the failpoint. */
async function main(): Promise<void> {
  const [pool, presence] = [openJobPool(), showPresence()];
  await runOnce(workerOptions(pool, presence));
  await endJobPool(pool);
  await presence.leave();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
