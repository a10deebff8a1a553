import { currentUser } from '@/lib/auth/current-user';
import { databaseTime } from '@/lib/db/database-time';
import { isWithinLimit } from '@/lib/http/rate-limit';
import { route } from '@/lib/http/route';
import { streamLines } from '@/lib/http/stream-lines';
import { exportTransfers } from '@/lib/transfers/export/export-transfers';
import { transferFilter } from '@/lib/transfers/list/transfer-filter';

/** Each may read everything there is, so fewer than of other things. */
const limit = { count: 10, minutes: 5 };

/** The person's transfers as a CSV file, narrowed like the list by what stands in the address. */
export const GET = route('transfers/export', async (request) => {
  const user = await currentUser();
  if (!user) return refuse(401, 'You are signed out. Sign in again, then repeat this.');
  if (!(await isWithinLimit(`export transfers:${user.id}`, limit))) {
    return refuse(429, 'That was very often in a short time. Wait a few minutes, then try again.');
  }
  const filter = transferFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
  const day = (await databaseTime()).toISOString().slice(0, 10);
  return new Response(streamLines(exportTransfers(user.id, filter), request.signal), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="transfers-${day}.csv"`,
      'cache-control': 'no-store',
    },
  });
});

function refuse(status: 401 | 429, sentence: string): Response {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(sentence, { status, headers });
}
