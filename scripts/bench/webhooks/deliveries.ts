import { randomUUID } from 'node:crypto';
import { signatureHeader, signTestWebhook } from '@/lib/astra';
import type { Call } from '../load';
import type { Door } from './run-next';
import type { Parts } from './start-parts';

/**
 * So many deliveries of events that nobody has seen, each about a transfer of its own unless `change`
 * says otherwise.
 */
export function newDeliveries(
  { env }: Parts,
  { path }: Pick<Door, 'path'>,
  count: number,
  change: (place: number) => Record<string, string> = () => ({}),
): Call[] {
  return Array.from({ length: count }, (_, place) => {
    const json = { ...newEvent(), ...change(place) };
    const signature = signTestWebhook(JSON.stringify(json), env['ASTRA_CLIENT_SECRET'] ?? '');
    return { method: 'POST', path, headers: { [signatureHeader]: signature }, json };
  });
}

/** What Astra sends, as long as it is there. */
function newEvent() {
  return {
    webhook_type: 'transfer_updated',
    webhook_id: randomUUID(),
    user_id: randomUUID().replaceAll('-', ''),
    resource_id: randomUUID(),
    resource_parent_id: randomUUID(),
  };
}
