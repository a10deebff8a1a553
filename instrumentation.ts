/** Runs once when the server starts: a wrong environment stops it here, with sentences. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') await import('@/lib/env/require-environment');
}
