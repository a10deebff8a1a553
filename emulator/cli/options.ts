import { parseArgs } from 'node:util';
import { readTime } from '../clock/moments';
import { paces } from '../clock/pace';
import { defaultSettings, type Settings } from '../settings';
import { StartError } from '../start-error';

/** What the command line asks for. */
export type Command = {
  readonly name: 'serve' | 'env' | 'commands' | 'help';
  readonly settings: Settings;
};

/** @throws StartError saying which argument is wrong */
export function readCommandLine(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name = 'serve', ...rest] = positionals;
  if (values.help === true || name === 'help') return { name: 'help', settings: defaultSettings };
  if ((name !== 'serve' && name !== 'env' && name !== 'commands') || rest.length > 0) {
    throw new StartError(`Unknown command "${positionals.join(' ')}". Try --help.`);
  }
  const pace = values.pace ?? defaultSettings.pace;
  if (!isPace(pace))
    throw new StartError(`--pace must be one of ${Object.keys(paces).join(', ')}.`);
  return {
    name,
    settings: {
      apiPort: readPort('--api-port', values['api-port'], defaultSettings.apiPort),
      securePort: readPort('--secure-port', values['secure-port'], defaultSettings.securePort),
      hostedPort: readPort('--hosted-port', values['hosted-port'], defaultSettings.hostedPort),
      smtpPort: readPort('--smtp-port', values['smtp-port'], defaultSettings.smtpPort),
      ...readHost(values.host ?? defaultSettings.host, values['allow-remote'] === true),
      dataDir: values['data-dir'] ?? defaultSettings.dataDir,
      redirectUris: (values['redirect-uri'] ?? defaultSettings.redirectUris).map((uri) =>
        readUrl('--redirect-uri', uri),
      ),
      webhookUrl: readUrl('--webhook-url', values['webhook-url'] ?? defaultSettings.webhookUrl),
      balanceUrl: values['balance-url'] ? readUrl('--balance-url', values['balance-url']) : '',
      clientName: values['client-name'] ?? defaultSettings.clientName,
      pace,
      strict: values.strict ?? defaultSettings.strict,
      feeMode: readFeeMode(values.fees ?? defaultSettings.feeMode),
      peerToPeer: values['no-peer-to-peer'] === true ? false : defaultSettings.peerToPeer,
      seed: readSeed(values.seed),
      freezeAtMs: readFreezeAt(values['freeze-at']),
    },
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        'api-port': { type: 'string' },
        'secure-port': { type: 'string' },
        'hosted-port': { type: 'string' },
        'smtp-port': { type: 'string' },
        host: { type: 'string' },
        'allow-remote': { type: 'boolean' },
        'data-dir': { type: 'string' },
        'redirect-uri': { type: 'string', multiple: true },
        'webhook-url': { type: 'string' },
        'balance-url': { type: 'string' },
        'client-name': { type: 'string' },
        pace: { type: 'string' },
        strict: { type: 'boolean' },
        fees: { type: 'string' },
        'no-peer-to-peer': { type: 'boolean' },
        seed: { type: 'string' },
        'freeze-at': { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new StartError(
      `${error instanceof Error ? error.message : 'Wrong arguments.'} Try --help.`,
    );
  }
}

function readPort(option: string, given: string | undefined, fallback: number): number {
  if (given === undefined) return fallback;
  const port = Number(given);
  if (!/^\d+$/.test(given) || port > 65_535) {
    throw new StartError(`${option} must be a number from 0 (any free port) to 65535.`);
  }
  return port;
}

/** Whoever reaches the emulator can read every code and secret in it. */
function readHost(host: string, allowRemote: boolean): Pick<Settings, 'host' | 'allowRemote'> {
  const isLoopback = /^127\.\d+\.\d+\.\d+$|^localhost$|^::1$/.test(host);
  if (!isLoopback && !allowRemote) {
    throw new StartError(
      `--host ${host} lets other computers in, and the emulator hands out codes and secrets to whoever asks. Add --allow-remote if that is what you want.`,
    );
  }
  return { host, allowRemote };
}

function readSeed(given: string | undefined): number | null {
  if (given === undefined) return null;
  if (!/^\d{1,15}$/.test(given)) throw new StartError('--seed must be a whole number.');
  return Number(given);
}

function readFreezeAt(given: string | undefined): number | null {
  if (given === undefined) return null;
  const ms = readTime(given);
  if (ms === null) throw new StartError('--freeze-at must be a time such as 2026-03-01T15:00:00Z.');
  return ms;
}

/** Kept as given: Astra compares redirect addresses letter by letter. */
function readUrl(option: string, given: string): string {
  if (!/^https?:\/\//.test(given) || !URL.canParse(given)) {
    throw new StartError(`${option} must be an address that starts with http:// or https://.`);
  }
  return given;
}

function readFeeMode(given: string): Settings['feeMode'] {
  if (given === 'additive' || given === 'subtractive') return given;
  throw new StartError('--fees must be additive or subtractive.');
}

function isPace(name: string): name is Settings['pace'] {
  return Object.hasOwn(paces, name);
}
