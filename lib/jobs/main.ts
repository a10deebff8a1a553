import { requireFitDatabase } from '@/lib/db/require-fit-database';
import { log } from '@/lib/log/logger';
import { stopOnSignal } from '@/lib/process/stop-on-signal';
import { startWorker } from './worker';

/**
 * `npm run worker`: works on jobs until it is told to stop, then finishes those it has begun. It stops
 * by itself, with exit code 1, when it cannot write down what it has done.
 */
async function main(): Promise<void> {
  await requireFitDatabase();
  const worker = await startWorker();
  const stop = stopOnSignal(() => {
    log().info('worker stops');
    worker.stop().catch((error: unknown) => log().error({ err: error }, 'worker did not stop'));
  });
  let exitCode = 0;
  // The queue does not wait for the end of a job to be written down, so nobody else hears when that
  // fails because the database went away. The job then looks taken by this worker for as long as this
  // worker is seen, which does not know better. Once it has ended, its jobs are taken up within seconds.
  process.on('unhandledRejection', (error) => {
    exitCode = 1;
    log().error(
      { err: error },
      'something failed that nobody waited for, such as writing down the end of a job, so this worker stops, to be started anew',
    );
    stop();
  });
  log().info('worker works');
  await worker.stopped;
  process.exit(exitCode);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
