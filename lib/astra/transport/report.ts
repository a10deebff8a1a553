import type { Settings } from '../config';
import type { AstraError } from '../errors';
import type { Attempt } from './attempt';
import type { AstraCallEvent, CallName } from './call';

/** Tells the event hook about one attempt. */
export function report(
  settings: Settings,
  name: CallName,
  host: AstraCallEvent['host'],
  { head }: Attempt,
  told: { attempt: number; durationMs: number; error: AstraError | undefined },
): void {
  const { error, ...rest } = told;
  const event: AstraCallEvent = {
    method: name.method,
    pathTemplate: name.pathTemplate,
    host,
    ...rest,
    ...(head && { status: head.status }),
    ...(head?.requestId !== undefined && { requestId: head.requestId }),
    ...(error && { errorKind: error.kind }),
  };
  // A broken log, also an asynchronous one, must not turn a payment that was made into an error.
  new Promise((resolve) => resolve(settings.onCall(event))).catch(() => undefined);
}
