import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { brand } from '@/lib/brand';
import { localSecrets } from './local-secrets';
import { runToEnd } from './run-to-end';
import {
  appUrl,
  moneyOperatorEmail,
  nightOperatorEmail,
  operatorEmail,
  programEmail,
  root,
  type StackSettings,
} from './settings';

/**
 * How the emulator of this stack is started.
 *
 * @param balancePassword with which it asks the app for balances. As a word of the command it shows
 * in the list of processes, which is only fit for the made-up money of a laptop.
 */
export function emulatorWords(
  settings: StackSettings,
  command: 'serve' | 'env',
  balancePassword: string,
): string[] {
  const { ports, dataFolder, pace, keepsData } = settings;
  const flags = {
    'api-port': ports.api,
    'secure-port': ports.secure,
    'hosted-port': ports.hosted,
    'smtp-port': ports.smtp,
    'data-dir': path.join(dataFolder, 'emulator'),
    'redirect-uri': `${appUrl(settings)}/api/astra/callback`,
    'webhook-url': `${appUrl(settings)}/api/webhooks/astra`,
    'balance-url': balanceUrl(settings, balancePassword),
    'client-name': brand.name,
    pace,
  };
  const words = Object.entries(flags).flatMap(([name, value]) => [`--${name}`, String(value)]);
  // In tests whatever is outside the contract is an error; in a demo people may try things out.
  const strict = keepsData ? [] : ['--strict'];
  return ['--import', 'tsx', 'emulator/main.ts', command, ...words, ...strict];
}

/** What goes with the emulator: it has switched on whatever Astra can switch on for a client. */
const emulatorSettings = {
  ASTRA_ENVIRONMENT: 'emulator',
  DIRECT_ENTRY: 'secure-host',
  OPERATOR_EMAILS: [operatorEmail, nightOperatorEmail, moneyOperatorEmail].join(', '),
  PROGRAM_EMAIL: programEmail,
  SMART_CARD_AUTHORIZATION: 'on',
  ACCOUNT_TO_CARD_MODE: 'both',
  AUTOMATIC_ROUTINES: 'on',
  // Any fee, so that reviews and receipts have one to show.
  DEBIT_FEE_PERCENT: '1.25',
} as const;

/**
 * The environment of a local stack: secrets made here, addresses and credentials from the emulator,
 * and over all that whatever `.env.local` says. Credentials of Astra's own sandbox in there replace
 * the emulator.
 *
 * @param own what `.env.local` says; nothing for tests, which must not depend on a laptop's files.
 */
export async function stackEnvironment(
  settings: StackSettings,
  databaseUrl: string,
  own: Record<string, string>,
  signal: AbortSignal,
): Promise<Record<string, string>> {
  const { BALANCE_PASSWORD, ...secrets } = await localSecrets(settings.dataFolder);
  const printed = await runToEnd(emulatorWords(settings, 'env', BALANCE_PASSWORD), { signal });
  const emulated = definedOf(parseEnv(printed));
  const isEmulated = (own['ASTRA_ENVIRONMENT'] ?? 'emulator') === 'emulator';
  return {
    ...secrets,
    // The emulator's keys are worthless at Astra; a missing one is to be said, not filled in.
    ...(isEmulated
      ? { ...emulated, ...emulatorSettings }
      : { EMAIL_SERVER: emulated['EMAIL_SERVER'] ?? '' }),
    DATABASE_URL: databaseUrl,
    NEXTAUTH_URL: appUrl(settings),
    // A laptop's own address is 127.0.0.1, which no identity check would accept.
    DEV_CLIENT_IP: '192.0.2.0',
    ...own,
  };
}

/** What `.env.local` sets. */
export async function readOwnFile(): Promise<Record<string, string>> {
  const text = await readFile(path.join(root, '.env.local'), 'utf8').catch(() => '');
  return definedOf(parseEnv(text));
}

function balanceUrl(settings: StackSettings, password: string): string {
  const url = new URL(`${appUrl(settings)}/api/astra/balance`);
  url.username = 'astra';
  url.password = password;
  return url.href;
}

function definedOf(variables: NodeJS.Dict<string>): Record<string, string> {
  const entries = Object.entries(variables).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  return Object.fromEntries(entries);
}
