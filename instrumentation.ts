/** Runs once when the server starts: a wrong environment stops it here, with sentences,
 * and so does a database that is older than this version, or may forget what it confirms. */
export async function register(): Promise<void> {
  if (process.env['NEXT_RUNTIME'] === 'nodejs') {
    await import('@/lib/env/require-environment');
    const { env } = await import('@/lib/env');
    const { keepSocketAddress } = await import('@/lib/http/keep-socket-address');
    const { watchDatabase } = await import('@/lib/db/watch-database');
    // Not waited for: without its database the app is to start, and to say so when it is asked.
    void watchDatabase();
    if (env().TRUSTED_PROXY_HOPS === 0) keepSocketAddress();
    const { watchConnections } = await import('@/lib/http/let-connections-go');
    const letConnectionsGo = watchConnections();
    const { endAllStreams } = await import('@/lib/live/session-streams');
    const { stopOnSignal } = await import('@/lib/process/stop-on-signal');
    // Next then takes no more connections and waits for those there are, which streams keep for minutes.
    stopOnSignal(() => {
      letConnectionsGo();
      endAllStreams();
    });
  }
}
