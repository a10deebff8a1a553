import { route } from '@/lib/http/route';
import { answerHealth } from '@/lib/webhooks/inbox/answer-health';

/** Says 200 when the app can do its work, which needs the database. */
export const GET = route('health', async () => {
  const { status, body } = await answerHealth();
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
});
