import { currentUser } from '@/lib/auth/current-user';
import { returnFromBank } from '@/lib/bank-link/return-from-bank';
import { env } from '@/lib/env';
import { route } from '@/lib/http/route';

type Context = { params: Promise<{ state: string }> };

/**
 * Where the bank's page sends the person back to, in the whole tab. Nothing that comes with the
 * request is believed but the state, and that only as the signed-in person's own.
 */
export const GET = route<Context>('bank-link/callback', async (_request, { params }) => {
  const user = await currentUser();
  const session = user && (await returnFromBank(user.id, (await params).state));
  const path = session ? `/accounts/add/bank/done/${session}` : '/accounts/add/bank?ended=unknown';
  return new Response(null, {
    status: 303,
    headers: {
      location: new URL(path, env().NEXTAUTH_URL).href,
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    },
  });
});
