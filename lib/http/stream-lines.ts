import 'server-only';
import { log } from '@/lib/log/logger';

/**
 * A body that is made while it is sent: no faster than the client takes it, and no further once the
 * client is gone. When making it fails, the connection breaks off, so that nobody takes a part for
 * the whole.
 *
 * @param signal of the request: it aborts when the client hangs up.
 */
export function streamLines(
  lines: AsyncGenerator<string, void, undefined>,
  signal: AbortSignal,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      if (signal.aborted) {
        await lines.return();
        return controller.close();
      }
      const { done, value } = await lines.next().catch((error: unknown) => {
        log().error({ err: error }, 'a body broke off while it was sent');
        throw error;
      });
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return();
    },
  });
}
