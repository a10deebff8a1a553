import { expect, test } from 'vitest';
import { signatureHeader, signTestWebhook } from '@/lib/astra';
import { env } from '@/lib/env';
import { POST } from './route';

// Nobody listens there. The app reads its environment once, so this is a file of its own.
process.env['DATABASE_URL'] = 'postgresql://app@127.0.0.1:1/app';

test('while the database is away, no success is claimed, and Astra need not wait for that', async () => {
  const body = JSON.stringify({
    webhook_type: 'transfer_updated',
    webhook_id: 'b0a3a1f0-0000-4000-8000-000000000000',
    user_id: 'somebody',
    resource_id: 'a-transfer',
  });
  const headers = { [signatureHeader]: signTestWebhook(body, env().ASTRA_CLIENT_SECRET) };
  const startedAt = performance.now();
  const request = new Request('http://localhost/', { method: 'POST', headers, body });
  expect((await POST(request, {})).status).toBe(500);
  // Astra gives up after ten seconds.
  expect(performance.now() - startedAt).toBeLessThan(9000);
});
