/**
 * A body that is made while it is sent: no faster than the client takes it, and no further once the
 * client is gone.
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
      const { done, value } = await lines.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await lines.return();
    },
  });
}
