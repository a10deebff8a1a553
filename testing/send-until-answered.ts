import { type ConfirmedOrder, sendPayment } from '@/lib/payments/send/send-payment';
import { until } from './until';

/** Sends a form. Whoever is told that something went wrong tries the same form again. */
export async function sendUntilAnswered(form: ConfirmedOrder): Promise<string> {
  const send = () => sendPayment(form).catch(() => null);
  const { paymentId } = await until('an answer to a form', send, 60_000);
  return paymentId;
}
