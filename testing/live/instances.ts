import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { authAdapter, hashToken } from '@/lib/auth/adapter';
import { measuredNode } from '@/scripts/bench/live/abandon-streams';
import { endProcess, spawnNode } from '@/scripts/stack/spawn-node';
import { programWords } from '../processes/spawn-program';

export { abandonStreams, usageOf } from '@/scripts/bench/live/abandon-streams';

export type Instance = { child: ChildProcess; address: string };

/** Starts a process that serves live streams; it ends with the test at the latest. */
export async function startInstance(env: Record<string, string> = {}): Promise<Instance> {
  const child = spawnNode([...measuredNode, ...programWords('serve-streams')], {
    env,
    output: 'pipe',
  });
  onTestFinished(() => endProcess(child));
  const complaint = child.stderr ? text(child.stderr) : '';
  const failed = once(child, 'exit').then(async () => {
    throw new Error(`An instance did not start: ${await complaint}`);
  });
  if (!child.stdout) throw new Error('An instance has no output.');
  const [port] = await Promise.race([once(child.stdout, 'data'), failed]);
  return { child, address: `http://127.0.0.1:${String(port).trim()}` };
}

/** A session of this person, as it stands in the address of a stream. */
export async function createSession(userId: string) {
  const token = crypto.randomUUID();
  const expires = new Date(Date.now() + 600_000);
  await authAdapter.createSession?.({ sessionToken: token, userId, expires });
  return { token, query: `?user=${userId}&session=${hashToken(token)}` };
}

/** Opens a stream. @returns the names of the events that come, as they come, and then `end`. */
export async function hear(address: string): Promise<string[]> {
  const browser = new AbortController();
  onTestFinished(() => browser.abort());
  const { body } = await fetch(address, { signal: browser.signal });
  const heard: string[] = [];
  const write = (piece: string) => {
    for (const [, name = ''] of piece.matchAll(/^event: (.*)$/gm)) heard.push(name);
  };
  body
    ?.pipeThrough(new TextDecoderStream())
    .pipeTo(new WritableStream({ write }))
    .then(() => heard.push('end'))
    .catch(() => heard.push('break'));
  return heard;
}
