import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/**
 * Waits for a process to say something on its channel, or sends it a question first.
 *
 * @throws when it ends instead
 */
export async function hearProcess(child: ChildProcess, question?: object | string) {
  const heard = new AbortController();
  const { signal } = heard;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('A process of the benchmark ended early; it said why above.');
  });
  const answer = once(child, 'message', { signal });
  if (question !== undefined) child.send(question);
  try {
    const [value]: unknown[] = await Promise.race([answer, ended]);
    return value;
  } finally {
    ended.catch(() => undefined);
    answer.catch(() => undefined);
    heard.abort();
  }
}
