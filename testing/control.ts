import type { Emulator } from './emulator';

/** Has the emulator do one of its commands, such as `capabilities lower`. */
export async function controlEmulator(
  { hosted }: Emulator,
  name: string,
  parameters: Record<string, unknown>,
): Promise<void> {
  const answer = await fetch(`${hosted}/console/api/control/${name.replaceAll(' ', '/')}`, {
    method: 'POST',
    body: JSON.stringify(parameters),
  });
  if (!answer.ok) throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`);
}
