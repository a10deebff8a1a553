import { z } from 'zod';
import { openToken } from '@/lib/tokens/sealed-tokens';
import { type AstraPerson, askEmulator, connectionOf } from './astra-person';
import type { Emulator } from './emulator';

const routine = z.object({
  id: z.string(),
  name: z.string(),
  amount: z.number(),
  status: z.string(),
  client_correlation_id: z.string().optional(),
});

/** What exists at Astra for this person, asked past the proxy. */
export async function routinesOf(emulator: Emulator, { user }: Pick<AstraPerson, 'user'>) {
  const { accessTokenSealed } = await connectionOf(user.id);
  const token = openToken(accessTokenSealed ?? '', user.id, 'access_token');
  const answer = await askEmulator(`${emulator.api}/v1/routines`, `Bearer ${token}`);
  return z.object({ routines: z.array(routine) }).parse(answer).routines;
}
