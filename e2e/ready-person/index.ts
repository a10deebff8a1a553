import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { spawnNode } from '../../scripts/stack/spawn-node';
import { answer, type ReadyPerson } from './protocol';

/**
 * Signs somebody up without a browser: details, approval, Astra's pages, cards. For journeys
 * that begin later; those about signing up take the way that people take.
 *
 * @param email of somebody who has come no further than signing in.
 */
export async function readyPerson(email: string, cards: readonly string[]): Promise<ReadyPerson> {
  const child = await (program ??= start());
  const id = (count += 1);
  const person = new Promise<ReadyPerson>((resolve, reject) => {
    const leave = () => {
      child.off('message', hear);
      child.off('exit', giveUp);
    };
    const giveUp = () => {
      leave();
      reject(new Error('The process that signs people up has ended.'));
    };
    const hear = (message: unknown) => {
      const said = answer.parse(message);
      if (!('id' in said) || said.id !== id) return;
      leave();
      if ('person' in said) resolve(said.person);
      else reject(new Error(`Nobody was signed up: ${said.problem}`));
    };
    child.on('message', hear);
    child.once('exit', giveUp);
  });
  child.send({ id, email, cards });
  return person;
}

let count = 0;
/** One for each of Playwright's workers, and it ends with that. */
let program: Promise<ChildProcess> | undefined;

async function start(): Promise<ChildProcess> {
  const words = ['--conditions=react-server', '--import', 'tsx', 'e2e/ready-person/process.ts'];
  const child = spawnNode(words, { output: 'inherit' });
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error('The process that signs people up did not start.');
    }),
  ]);
  child.unref();
  child.channel?.unref();
  return child;
}
