import type { Emulator } from './emulator';

/** Has the emulator do one of its commands, such as `capabilities lower`. @returns what it answers. */
export async function controlEmulator(
  { hosted }: Emulator,
  name: string,
  parameters: Record<string, unknown>,
): Promise<unknown> {
  const answer = await fetch(`${hosted}/console/api/control/${name.replaceAll(' ', '/')}`, {
    method: 'POST',
    // A connection that was kept may be closed just when it is used again.
    headers: { connection: 'close' },
    body: JSON.stringify(parameters),
  });
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`);
  return answer.json();
}
