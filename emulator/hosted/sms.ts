import type { FlowRow } from '../state/rows-flows';
import type { World } from '../world';

const codeLifetimeMs = 10 * 60_000;
const keptMessages = 500;

/** Wrong tries after which a code is worth nothing. */
export const mostWrongTries = 5;

/** Sends a new code to `phone` (`+1…`), which ends the one before, and asks for it. */
export function sendCode(world: World, flow: FlowRow, phone: string): FlowRow {
  const { store, random, clock } = world;
  const code = random.digits(6);
  const nowMs = clock.now();
  store.sms.put({
    id: random.uuid(),
    phone,
    code,
    body: `Your Astra verification code is ${code}. It expires in 10 minutes. Never share it.`,
    createdMs: nowMs,
  });
  store.sms.trim(keptMessages);
  const sms = { phone, code, expiresMs: nowMs + codeLifetimeMs, wrongTries: 0 };
  return store.flows.put({ ...flow, step: 'code', sms, draft: null });
}
