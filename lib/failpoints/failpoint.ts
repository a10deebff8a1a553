import { failpointSetting } from '@/lib/env/failpoint-setting';

/** Where a test may stop the app: the steps on a payment's way, in their order. */
export const failpoints = [
  'send.before_token',
  'send.after_token',
  'send.before_insert',
  'send.after_insert',
  'send.after_write',
  'submit.before_call',
  'submit.after_call',
  'submit.before_failure',
  'submit.in_failure',
  'submit.after_failure',
  'submit.in_acceptance',
  'submit.before_commit',
  'submit.after_acceptance',
  'settle.claimed',
  'settle.after_look',
  'settle.before_commit',
  'settle.after_commit',
  'settle.in_absence',
  'settle.after_absence',
] as const;

export type Failpoint = (typeof failpoints)[number];

let arrivals = 0;

/**
 * A named step at which a test can crash or stop this process: `FAILPOINT=submit.after_call:kill`.
 * `kill` ends it like a power cut, `throw` fails the step, `pause` stops it until somebody sends
 * SIGCONT. `kill:6` waits until six have come to this step, and none of them gets past it. Nothing
 * happens in production.
 *
 * @throws Error when it is told to, and for a setting that it does not know.
 */
export async function failpoint(name: Failpoint): Promise<void> {
  const [wanted, what, all = '1'] = (failpointSetting() ?? '').split(':');
  if (wanted !== name) return;
  switch (what) {
    case 'kill':
      arrivals += 1;
      if (arrivals >= Number(all)) process.kill(process.pid, 'SIGKILL');
      // The signal arrives at once, but not within this very line.
      await new Promise(() => {});
      break;
    case 'pause':
      process.kill(process.pid, 'SIGSTOP');
      break;
    case 'throw':
      throw new Error(`Failpoint ${name}.`);
    default:
      throw new Error(`A failpoint can kill, throw or pause, not ${String(what)}.`);
  }
}
