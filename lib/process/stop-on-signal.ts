import 'server-only';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';

/** One press of Ctrl-C may arrive twice: from the terminal, and from whoever started this process. */
const echoMs = 1_000;

/**
 * Begins to stop when this process is asked to (SIGTERM, or Ctrl-C). Should it still be there when
 * the grace is over, or be asked again, it ends at once: whatever supervises processes kills them
 * soon after anyway, and what was begun is taken up by others.
 *
 * @param begin begins to stop; whoever waits for the end ends the process.
 * @returns stops in the same grace without being asked, for a process that cannot go on.
 */
export function stopOnSignal(begin: () => void): () => void {
  let isStopping = false;
  let askedAt: number | null = null;
  const endNow = (why: string) => {
    log().error(why);
    process.exit(1);
  };
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    const { STOP_GRACE_SECONDS: grace } = env();
    setTimeout(
      () => endNow(`not stopped within ${grace} s, so this process ends now`),
      grace * 1000,
    ).unref();
    begin();
  };
  const hear = () => {
    const now = performance.now();
    if (askedAt !== null) {
      if (now - askedAt > echoMs) endNow('asked to stop a second time, so this process ends now');
      return;
    }
    askedAt = now;
    stop();
  };
  process.on('SIGINT', hear);
  process.on('SIGTERM', hear);
  return stop;
}
