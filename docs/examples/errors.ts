import {
  AstraError,
  AstraInvalidRequestError,
  type CreateRoutine,
  cents,
  createAstra,
  type Routine,
} from '@/lib/astra';
import { astra, config } from './client';
import { addCard, authorizePerson, newReference } from './prepare';

type Payment = CreateRoutine & { client_correlation_id: string };
type Outcome = { state: 'accepted'; routine: Routine } | { state: 'refused' | 'unknown' };

/** Sends a payment once, and tells proof from doubt. Never call it twice for one payment. */
async function pay(client: typeof astra, accessToken: string, routine: Payment): Promise<Outcome> {
  try {
    return { state: 'accepted', routine: await client.routines.create({ accessToken, routine }) };
  } catch (error) {
    if (!(error instanceof AstraError)) throw error;
    // The message, the kind and the request id are safe to log. Astra's support asks for the id.
    console.log(error.kind, error.message, error.requestId);
    if (error instanceof AstraInvalidRequestError) console.log(error.fieldErrors);
    return { state: error.outcomeUnknown ? 'unknown' : 'refused' };
  }
}

/**
 * Looks for a payment whose answer was lost. `absent` is no proof the first time, because the list
 * may lag; lib/payments/settle/settle-payment.ts says how long to go on. `unsure` is never proof: a
 * routine could be this payment though it does not say so in every point, so somebody has to look.
 */
async function findRoutine(
  accessToken: string,
  sent: Payment,
): Promise<Routine | 'absent' | 'unsure'> {
  let result: 'absent' | 'unsure' = 'absent';
  for await (const routine of astra.routines.list({ accessToken })) {
    // The reference alone is short: what it stands on must agree as well.
    if (routine.client_correlation_id === sent.client_correlation_id)
      return agrees(routine, sent) ? routine : 'unsure';
    if (couldBe(routine, sent)) result = 'unsure';
  }
  return result;
}

function agrees(routine: Routine, sent: Payment): boolean {
  return (
    routine.amount_cents === sent.amount_cents &&
    routine.source_id === sent.source_id &&
    routine.destination_id === sent.destination_id
  );
}

/** What is said of a routine may be spelled, cut or left out otherwise than it was sent. */
function couldBe(routine: Routine, sent: Payment): boolean {
  const reference = routine.client_correlation_id?.toLowerCase();
  if (reference?.includes(sent.client_correlation_id.toLowerCase())) return true;
  // What could not be read is null, and no proof of another payment.
  if ((routine.amount_cents ?? sent.amount_cents) !== sent.amount_cents) return false;
  if (!reference && routine.name === sent.name) return true;
  const from = routine.source_id ?? sent.source_id;
  const to = routine.destination_id ?? sent.destination_id;
  return from === sent.source_id && to === sent.destination_id;
}

async function main(): Promise<void> {
  const { accessToken } = await authorizePerson();
  const from = await addCard(accessToken);
  const to = await addCard(accessToken, '4403930000003031');
  const payment: Payment = {
    type: 'one-time',
    payment_type: 'debit',
    name: 'Lunch',
    amount_cents: cents(499),
    source_id: from.id,
    destination_id: to.id,
    client_correlation_id: newReference(),
  };

  // Refused: Astra read the request and said no. Nothing happened, so people may try again.
  console.log(await pay(astra, accessToken, { ...payment, destination_id: from.id }));

  // Unknown: the request arrives and the answer is lost on the way back.
  const losesAnswers: typeof fetch = async (input, init) => {
    await fetch(input, init);
    throw new Error('The connection broke.');
  };
  const unlucky = createAstra({ ...config, fetch: losesAnswers });
  const outcome = await pay(unlucky, accessToken, payment);
  if (outcome.state !== 'unknown') return;
  const found = await findRoutine(accessToken, payment);
  console.log('Unknown, and at Astra it is', typeof found === 'string' ? found : found.status);
}

await main();
