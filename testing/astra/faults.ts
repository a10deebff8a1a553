import { z } from 'zod';
import { controlEmulator } from './control';
import type { Emulator } from './emulator';

const added = z.looseObject({ id: z.string() });

/** Adds one of the emulator's faults, for one person's calls. @returns its id. */
export async function addFault(
  emulator: Emulator,
  fault: { kind: string; on: string; user: string; [parameter: string]: unknown },
): Promise<string> {
  return added.parse(await controlEmulator(emulator, 'fault add', fault)).id;
}
