import 'server-only';
import { listReceived } from '../received/list-received';
import { listTransfers } from './list-transfers';
import { compareNewestFirst } from './newest-first';

/** The newest of what this person sent and of what others sent them, together. */
export async function listLatest(userId: string, take: number) {
  const [sent, received] = await Promise.all([
    listTransfers(userId, take),
    listReceived(userId, take),
  ]);
  return [...sent, ...received].sort(compareNewestFirst).slice(0, take);
}
