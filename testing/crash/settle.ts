import { runOnce } from 'graphile-worker';
import { openJobPool } from '@/lib/jobs/job-pool';
import { workerOptions } from '@/lib/jobs/worker';

// Run as a process of its own: a worker that does what is due, and is killed at the failpoint.
runOnce(workerOptions(openJobPool())).catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
