/** Why a body could not be read: too many bytes, or not all of them in time. */
export type UnreadBody = 'too_large' | 'incomplete';

/** Longer than any honest sender needs for a small body. */
const patienceMs = 10_000;

/**
 * Reads the body of a request, or of an answer from outside, as bytes, up to a limit of size and of
 * time.
 *
 * @param options.timeoutMs how long the sender may take for all of it.
 */
export async function readBody(
  message: Pick<Request, 'headers' | 'body'>,
  options: { maxBytes: number; timeoutMs?: number },
): Promise<Uint8Array | UnreadBody> {
  const { maxBytes, timeoutMs = patienceMs } = options;
  if (Number(message.headers.get('content-length') ?? 0) > maxBytes) return 'too_large';
  const reader = message.body?.getReader();
  if (!reader) return new Uint8Array();

  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    reader.cancel().catch(() => undefined);
  }, timeoutMs);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      // Cancelling ends the reading as if all had come.
      if (isLate) return 'incomplete';
      if (done) return Buffer.concat(chunks);
      size += value.byteLength;
      if (size > maxBytes) {
        await reader.cancel();
        return 'too_large';
      }
      chunks.push(value);
    }
  } catch {
    // The sender went away half-way.
    return 'incomplete';
  } finally {
    clearTimeout(timer);
  }
}
