import 'server-only';
import { Logger } from 'graphile-worker';
import { log } from '@/lib/log/logger';

/** Sends the job queue's own messages to our logger. Its chatter about each job is for debugging. */
export const workerLogger = new Logger((scope) => (queueLevel, message, meta) => {
  // Their levels are a const enum, which no module but theirs can name.
  const level: string = queueLevel;
  const details = { scope: scope.label, task: scope.taskIdentifier, jobId: scope.jobId };
  if (level === 'error') log().error({ ...details, err: meta?.['error'] }, message);
  else if (level === 'warning') log().warn(details, message);
  else log().debug(details, message);
});
