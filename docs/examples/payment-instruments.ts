import { cents, readInboundPayment, type WebhookEvent } from '@/lib/astra';
import { astra } from './client';

/** Your own settlement accounts, which Astra sets up. No person's token is needed. */
async function main(): Promise<void> {
  for await (const { id, name, ...balance } of astra.paymentInstruments.list()) {
    // In cents, and up to five minutes old. Printing an instrument hides its account number.
    console.log(id, name, balance.available_balance_cents);
  }
  const [first] = (await astra.paymentInstruments.list().firstPage()).items;
  if (first) await noteDeposit(first.id);
}

/** Money that arrives is told by the one webhook that says itself what happened. */
async function noteDeposit(instrumentId: string): Promise<void> {
  const event: WebhookEvent = {
    webhook_type: 'inbound_payment_received',
    webhook_id: 'webhook-1',
    resource_id: instrumentId,
    metadata: { amount: 250.5, type: 'Ach' },
  };
  const payment = readInboundPayment(event);
  const amount = payment?.amount_cents ?? cents(0);
  const { available_balance_cents } = await astra.paymentInstruments.get(instrumentId);
  console.log('Received', amount, 'cents; now', available_balance_cents);
}

await main();
