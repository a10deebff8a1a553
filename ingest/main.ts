import { watchDatabase } from '@/lib/db/watch-database';
import { env } from '@/lib/env';
import { watchConnections } from '@/lib/http/let-connections-go';
import { log } from '@/lib/log/logger';
import { stopOnSignal } from '@/lib/process/stop-on-signal';
import { startIngestServer } from './server';

/** `npm run ingest`: takes in webhooks until it is told to stop, then finishes those it has begun. */
async function main(): Promise<void> {
  void watchDatabase();
  const letConnectionsGo = watchConnections();
  const server = await startIngestServer(env().INGEST_PORT);
  const stopped = new Promise<void>((resolve, reject) => {
    stopOnSignal(() => {
      log().info('ingest stops');
      server.stop().then(resolve, reject);
      letConnectionsGo();
    });
  });
  log().info({ port: server.port }, 'ingest listens');
  await stopped;
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
