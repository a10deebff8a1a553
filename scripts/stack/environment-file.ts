import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { StackSettings } from './settings';

/**
 * Leaves the environment of a stack that runs in its data folder, beside the secrets that are there
 * anyway, so that one more program of the app can be started by hand: `node --env-file=…`.
 *
 * @returns what to call when the stack stops; its database has another address the next time.
 */
export async function leaveEnvironment(
  { dataFolder }: StackSettings,
  env: Record<string, string>,
): Promise<() => Promise<void>> {
  const file = path.join(dataFolder, 'environment');
  await rm(file, { force: true });
  await writeFile(file, printEnvironment(env), { mode: 0o600 });
  return () => rm(file, { force: true });
}

/** Variables as Node reads them from a file. A value with all three kinds of quotes is left out. */
export function printEnvironment(env: Record<string, string>): string {
  const lines = Object.entries(env).flatMap(([name, value]) => {
    const quote = ["'", '"', '`'].find((one) => !value.includes(one));
    // Within double quotes, Node takes `\n` for a new line.
    const isKept = quote !== undefined && !(quote === '"' && value.includes('\\n'));
    return isKept ? [`${name}=${quote}${value}${quote}\n`] : [];
  });
  return lines.join('');
}
