import 'server-only';
import { Logger } from 'graphile-worker';
import { log } from '@/lib/log/logger';

/** Sends the job queue's own messages to our logger. Its chatter about each job is for debugging. */
export const workerLogger = new Logger((scope) => (level, message, meta) => {
  const details = { scope: scope.label, task: scope.taskIdentifier, jobId: scope.jobId };
  if (level === 'error') log().error({ ...details, err: meta?.['error'] }, message);
  else if (level === 'warning') log().warn(details, message);
  else log().debug(details, message);
});
