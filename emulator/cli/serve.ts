import { env } from 'node:process';
import type { Settings } from '../settings';
import { startEmulator } from '../start';
import { StartError } from '../start-error';

/**
 * Runs the emulator until it is told to stop. The one line on standard output is for programs; people
 * read standard error.
 *
 * @throws StartError in production: it hands out secrets to whoever asks
 */
export async function serve(settings: Settings): Promise<void> {
  if (env.NODE_ENV === 'production') {
    throw new StartError(
      'The Astra emulator is for development and tests; it does not start with NODE_ENV=production.',
    );
  }
  const log = (text: string) => void process.stderr.write(`${text}\n`);
  const emulator = await startEmulator(settings, log);
  const stop = () => {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    emulator.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log(String(error));
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  const consoleUrl = `${emulator.hostedUrl}/console`;
  const addresses = {
    ready: true,
    api: emulator.apiUrl,
    secure: emulator.secureUrl,
    hosted: emulator.hostedUrl,
    console: consoleUrl,
    mailbox: `${consoleUrl}/mailbox`,
    smtp: emulator.smtpUrl,
  };
  process.stdout.write(`${JSON.stringify(addresses)}\n`);
  log(`Astra emulator: console at ${consoleUrl}, webhooks to ${settings.webhookUrl}`);
}
