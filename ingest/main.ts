import { watchDurableSettings } from '@/lib/db/watch-durable-settings';
import { env } from '@/lib/env';
import { log } from '@/lib/log/logger';
import { startIngestServer } from './server';

/** `npm run ingest`: takes in webhooks until it is told to stop, then finishes those it has begun. */
async function main(): Promise<void> {
  void watchDurableSettings();
  const server = await startIngestServer(env().INGEST_PORT);
  const stopped = new Promise<void>((resolve, reject) => {
    const stop = () => {
      log().info('ingest stops');
      server.stop().then(resolve, reject);
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  log().info({ port: server.port }, 'ingest listens');
  await stopped;
  process.exit(0);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
