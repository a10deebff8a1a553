import type { Emulator } from './emulator';

/** Adds one of the emulator's faults, for one person's calls. */
export async function addFault(
  { hosted }: Emulator,
  fault: { kind: string; on: string; user: string; [parameter: string]: unknown },
): Promise<void> {
  const answer = await fetch(`${hosted}/console/api/control/fault/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fault),
  });
  if (!answer.ok) throw new Error(`The emulator answered ${await answer.text()}.`);
}
