import { z } from 'zod';
import { failpoint, failpoints } from '@/lib/failpoints/failpoint';
import { paymentOrder } from '@/lib/payments/order/payment-order';
import { sendPayment } from '@/lib/payments/send/send-payment';

const form = z.object({ userId: z.string(), idempotencyKey: z.string(), order: paymentOrder });
const words = z.tuple([z.enum(failpoints), z.string()]);

/**
 * Run as a process of its own: sends forms, all at once, and is killed when each has come to the
 * failpoint or has ended without coming by it. The keys of the latter are printed before.
 */
async function main(): Promise<void> {
  const [line, text] = words.parse(process.argv.slice(2));
  const forms = z.array(form).parse(JSON.parse(text));
  process.stdout.write('sends\n');
  await Promise.all(
    forms.map(async (sent) => {
      await sendPayment(sent).catch(() => 'the person sees that it failed');
      process.stdout.write(`${sent.idempotencyKey}\n`);
      await failpoint(line);
    }),
  );
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
