import { once } from 'node:events';
import { z } from 'zod';
import { paymentOrder } from '@/lib/payments/order/payment-order';
import { sendUntilAnswered } from '../send-until-answered';

const form = z.object({ userId: z.string(), idempotencyKey: z.string(), order: paymentOrder });

/** Run as a process of its own: sends forms, all at once, when it is told to, and tells the answers. */
async function main(): Promise<void> {
  const forms = z.array(form).parse(JSON.parse(process.argv[2] ?? ''));
  // Without this nothing would keep the process alive while it waits.
  process.channel?.ref();
  process.send?.('ready');
  await once(process, 'message');
  process.send?.(await Promise.all(forms.map(sendUntilAnswered)));
  process.exit(0);
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
