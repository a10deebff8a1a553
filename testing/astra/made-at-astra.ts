import { z } from 'zod';
import type { Emulator } from './emulator';

const routine = z.object({
  id: z.string(),
  userId: z.string(),
  clientCorrelationId: z.string().nullable(),
  amountCents: z.number().nullable(),
  createdMs: z.number(),
});

const transfer = z.object({ routineId: z.string().nullable(), amountCents: z.number() });

/** A connection that was kept may be closed just when it is used again. */
const anew = { headers: { connection: 'close' } };

/** All routines that exist at the emulator, also those that its lists leave out for now. */
export async function madeRoutines({ hosted }: Emulator) {
  const answer = await fetch(`${hosted}/console/api/routines`, anew);
  return z.array(routine).parse(await answer.json());
}

/** All transfers that exist at the emulator. */
export async function madeTransfers({ hosted }: Emulator) {
  const answer = await fetch(`${hosted}/console/api/transfers`, anew);
  return z.array(transfer).parse(await answer.json());
}
