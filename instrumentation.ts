/** Runs once when the server starts: a wrong environment stops it here, with sentences. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    await import('@/lib/env/require-environment');
    const { env } = await import('@/lib/env');
    const { keepSocketAddress } = await import('@/lib/http/keep-socket-address');
    if (env().TRUSTED_PROXY_HOPS === 0) keepSocketAddress();
  }
}
