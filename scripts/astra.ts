import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { runToEnd } from './stack/run-to-end';
import { localSettings, root } from './stack/settings';

// `npm run astra -- clock advance 3h`: asks a running emulator. What there is to ask, it says itself.

const commandList = z.array(
  z.object({
    name: z.string(),
    path: z.string(),
    does: z.string(),
    words: z.array(z.string()),
    parameters: z.array(z.string()),
  }),
);

type Command = z.output<typeof commandList>[number];

const { flags, words } = readWords(process.argv.slice(2));
await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { url: given, 'data-dir': dataDir, help, ...parameters } = flags;
  if (help === true || words.length === 0) {
    return void process.stdout.write(helpText(await ownCommands()));
  }
  const url = typeof given === 'string' ? given : await findEmulator(dataDir);
  const commands = commandList.parse(await ask(url, '/console/api/control/help', {}));
  if (words[0] === 'faults') words.splice(0, 1, 'fault', 'kinds');
  const command = commands
    .filter(({ name }) => words.join(' ').startsWith(name))
    .filter(({ name }) => name.split(' ').every((word, place) => word === words[place]))
    .sort((one, other) => other.name.length - one.name.length)[0];
  if (command === undefined) {
    const known = commands.filter(({ name }) => name.startsWith(`${words[0]} `));
    const list = known.map(({ name }) => `"${name}"`).join(', ');
    throw new Error(
      `There is no command "${words.join(' ')}". ${list === '' ? '' : `There is ${list}. `}Try npm run astra -- --help.`,
    );
  }
  const body = { ...named(command), ...snakeCased(parameters) };
  process.stdout.write(`${JSON.stringify(await ask(url, command.path, body), null, 2)}\n`);
}

/** What there is to ask, without a running emulator. */
async function ownCommands(): Promise<Command[]> {
  const text = await runToEnd(['--import', 'tsx', 'emulator/main.ts', 'commands']);
  return commandList.parse(JSON.parse(text));
}

/** Words after the command's name, under the names of its parameters. */
function named({ name, words: places }: Command): Record<string, string> {
  const rest = words.slice(name.split(' ').length);
  if (rest.length > places.length) {
    throw new Error(`"${name}" does not take "${rest.slice(places.length).join(' ')}".`);
  }
  return Object.fromEntries(rest.map((word, place) => [places[place] ?? '', word]));
}

async function ask(url: string, where: string, body: object): Promise<unknown> {
  const answer = await fetch(new URL(where, url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => {
    throw new Error(`No emulator answers at ${url}. Start one: npm run demo, or npm run emulator.`);
  });
  const said: unknown = await answer.json().catch(() => null);
  if (answer.ok) return said;
  const refusal = z.object({ description: z.string() }).safeParse(said);
  throw new Error(refusal.data?.description ?? `The emulator answered ${answer.status}.`);
}

/** A running emulator leaves its address in its data folder: the demo's, or the one started alone. */
async function findEmulator(dataDir: string | true | undefined): Promise<string> {
  const folders =
    typeof dataDir === 'string'
      ? [path.resolve(dataDir)]
      : [
          path.join(localSettings.dataFolder, 'emulator'),
          path.join(root, '.data', 'emulator'),
          path.join(root, '.data', 'e2e', 'emulator'),
        ];
  for (const folder of folders) {
    const text = await readFile(path.join(folder, 'address.json'), 'utf8').catch(() => null);
    const address = text === null ? null : z.object({ hosted: z.url() }).parse(JSON.parse(text));
    if (address !== null && (await answers(address.hosted))) return address.hosted;
  }
  return `http://127.0.0.1:${localSettings.ports.hosted}`;
}

/** A killed emulator leaves its address behind. */
async function answers(url: string): Promise<boolean> {
  return fetch(new URL('/console', url)).then(
    ({ ok }) => ok,
    () => false,
  );
}

function readWords(args: readonly string[]) {
  const found: { flags: Record<string, string | true>; words: string[] } = { flags: {}, words: [] };
  for (let place = 0; place < args.length; place += 1) {
    const word = args[place] ?? '';
    if (!word.startsWith('--')) {
      found.words.push(word);
      continue;
    }
    const [name = '', inline] = word.slice(2).split(/=(.*)/s);
    const next = args[place + 1];
    const value = inline ?? (next === undefined || next.startsWith('--') ? true : next);
    if (inline === undefined && value !== true) place += 1;
    found.flags[name] = value;
  }
  return found;
}

function snakeCased(given: Record<string, string | true>): Record<string, string | true> {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.replaceAll('-', '_'), value]),
  );
}

function helpText(commands: readonly Command[]): string {
  const lines = commands.map(({ name, words: places, does }) => {
    const usage = [name, ...places.map((word) => word.toUpperCase())].join(' ');
    return `  ${usage.padEnd(26)}${does}`;
  });
  return `Asks a running emulator of Astra.

Usage: npm run astra -- COMMAND [options]

${lines.join('\n')}
  faults                    The same as fault kinds.

  --url URL                 The emulator's hosted address; otherwise the running demo or emulator
  --data-dir DIR            The data folder of the emulator to ask
`;
}
