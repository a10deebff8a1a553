import { answerBalanceRequest, type BalanceReply } from '@/lib/accounts/answer-balance-request';
import { route } from '@/lib/http/route';

const statuses: Readonly<Record<BalanceReply['outcome'], number>> = {
  balance: 200,
  not_set_up: 404,
  unauthorized: 401,
  too_many: 429,
  unknown_account: 404,
  unavailable: 503,
};

/** Where Astra asks for the balance of an account that we hold: `?account_id=`, in cents. */
export const GET = route('astra/balance', async (request) => {
  const reply = await answerBalanceRequest({
    accountId: new URL(request.url).searchParams.get('account_id'),
    header: (name) => request.headers.get(name),
  });
  const status = statuses[reply.outcome];
  const body = reply.outcome === 'balance' ? reply.body : { error: status };
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (status === 401) headers.set('www-authenticate', 'Basic realm="balances", charset="UTF-8"');
  return Response.json(body, { status, headers });
});
