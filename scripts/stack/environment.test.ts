import path from 'node:path';
import { expect, test } from 'vitest';
import { emulatorWords } from './environment';
import { runToEnd } from './run-to-end';
import { localSettings, root } from './settings';

test('the emulator by itself has the folder and ports of the demo, so that its `env` fits both', async () => {
  const help = await runToEnd(['--import', 'tsx', 'emulator/main.ts', '--help']);
  const words = emulatorWords(localSettings, 'env', 'password');
  for (const flag of [
    '--data-dir',
    '--api-port',
    '--secure-port',
    '--hosted-port',
    '--smtp-port',
  ]) {
    const value = words[words.indexOf(flag) + 1] ?? '';
    const shown = path.isAbsolute(value) ? path.relative(root, value) : value;
    const line = help.split('\n').find((text) => text.includes(flag));
    expect(line).toContain(`(${shown.replaceAll(path.sep, '/')})`);
  }
});
