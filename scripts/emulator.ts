import { spawnNode } from './stack/spawn-node';

// `npm run emulator`: the emulator by itself, for an app on any stack. Words are passed on.
const words = ['--import', 'tsx', 'emulator/main.ts', ...process.argv.slice(2)];
const child = spawnNode(words, { output: 'inherit' });
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code) => process.exit(code ?? 1));
