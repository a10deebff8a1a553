import type { Emulator } from './emulator';

/** Presses a button of an object in the emulator's console: `cards`, its id, `flag`. */
export async function pressInConsole(
  { hosted }: Emulator,
  kind: 'accounts' | 'cards' | 'people',
  id: string,
  button: string,
): Promise<void> {
  const answer = await fetch(`${hosted}/console/${kind}/${id}/${button}`, {
    method: 'POST',
    redirect: 'manual',
  });
  if (answer.status >= 400) throw new Error(`The emulator answered ${answer.status}.`);
}
