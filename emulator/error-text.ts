/** What went wrong, for the log: with the place in the code when it is known. */
export function errorText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Why a request went without a usable answer, in a line. @param timeoutMs how long it may take */
export function silenceText(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'The request failed.';
  if (error.name === 'TimeoutError') return `No answer within ${timeoutMs / 1000} seconds.`;
  // Of a broken connection, fetch tells no more than its cause.
  const code = errorCode(error) ?? errorCode(error.cause);
  if (code === 'ECONNREFUSED') return 'Nothing is listening there (connection refused).';
  return error.message || (code ?? 'The request failed.');
}

/** The system's code of an error, such as `EADDRINUSE`. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
