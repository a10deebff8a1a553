import { helpText } from './cli/help';
import { readCommandLine } from './cli/options';
import { serve } from './cli/serve';
import { listCommands } from './console/control';
import { envText } from './env-text';
import { urlHost } from './server/local-host';
import { StartError } from './start-error';
import { readAddresses } from './state/address-file';
import { readOrCreateClient } from './state/client';

async function main(): Promise<void> {
  const { name, settings } = readCommandLine(process.argv.slice(2));
  if (name === 'help') {
    process.stdout.write(helpText);
    return;
  }
  if (name === 'commands') {
    process.stdout.write(`${JSON.stringify(listCommands())}\n`);
    return;
  }
  if (name === 'serve') return serve(settings);
  const host = urlHost(settings.host);
  const addresses = readAddresses(settings.dataDir) ?? {
    apiUrl: `http://${host}:${settings.apiPort}`,
    secureUrl: `http://${host}:${settings.securePort}`,
    hostedUrl: `http://${host}:${settings.hostedPort}`,
    smtpUrl: `smtp://${host}:${settings.smtpPort}`,
  };
  const client = readOrCreateClient(settings.dataDir, settings.seed);
  process.stdout.write(envText(addresses, client, settings.redirectUris, settings.balanceUrl));
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof StartError ? `${error.message}\n` : `${String(error)}\n`);
  process.exit(1);
});
