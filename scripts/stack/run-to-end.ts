import { endProcess, spawnNode } from './spawn-node';

type RunOptions = { env?: Record<string, string>; signal?: AbortSignal | undefined };

/**
 * Runs a Node program of this project to its end, or until `signal` asks to stop.
 *
 * @returns what it wrote on stdout.
 * @throws Error with all that it printed when it fails, and the signal's reason after a stop.
 */
export function runToEnd(words: string[], options: RunOptions = {}): Promise<string> {
  const { env, signal } = options;
  signal?.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawnNode(words, { env, output: 'pipe' });
    const stop = () => void endProcess(child);
    signal?.addEventListener('abort', stop, { once: true });
    let written = '';
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      written += chunk.toString();
      said += chunk.toString();
    });
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      signal?.removeEventListener('abort', stop);
      if (signal?.aborted) reject(signal.reason);
      else if (code === 0) resolve(written);
      else reject(new Error(`${words[0]} failed:\n${said.trim()}`));
    });
  });
}
