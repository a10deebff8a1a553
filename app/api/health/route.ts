import { db } from '@/lib/db/prisma';
import { route } from '@/lib/http/route';

/** Says 200 when the app can do its work, which needs the database. */
export const GET = route('health', async () => {
  await db().$queryRaw`SELECT 1`;
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
});
