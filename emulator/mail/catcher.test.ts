import { createTransport } from 'nodemailer';
import { expect, test } from 'vitest';
import { testEmulator } from '../testing/emulator';
import { waitFor } from '../testing/wait-for';

const link = 'http://localhost:3000/api/auth/callback/email?token=a%2Bb&email=x';

test('mail sent by SMTP appears in the mailbox with its links', async () => {
  const emulator = await testEmulator();
  await createTransport(emulator.smtpUrl).sendMail({
    from: 'Partner <no-reply@example.com>',
    to: 'Ada@example.com',
    subject: 'Sign in ☕',
    text: `Sign in: ${link}`,
    html: `<a href="${link.replace('&', '&amp;')}">Sign in</a>`,
  });
  const [mail] = await waitFor('the mail', async () => {
    const all = await emulator.console.mail('ada@example.com');
    return all.length > 0 && all;
  });
  expect(mail).toMatchObject({ subject: 'Sign in ☕', to: ['Ada@example.com'], links: [link] });
  expect(await emulator.console.mail('somebody@example.com')).toEqual([]);
});

test('a hostile message can neither run nor load anything in the console', async () => {
  const emulator = await testEmulator();
  await createTransport(emulator.smtpUrl).sendMail({
    from: 'x@example.com',
    to: 'y@example.com',
    subject: '<script>alert(1)</script>',
    text: '<img src=x onerror=alert(2)>',
    html: '<script>alert(3)</script>',
  });
  const [mail] = await emulator.console.mail();
  const page = await fetch(`${emulator.hostedUrl}/console/mailbox/${mail?.id}`);
  const html = await page.text();
  expect(html).not.toContain('alert(3)');
  expect(html).not.toContain('<script>alert');
  expect(html).not.toContain('<img');
  expect(html).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  const framed = await fetch(`${emulator.hostedUrl}/console/mailbox/${mail?.id}/html`);
  const policy = framed.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain('sandbox allow-popups');
  expect(policy).not.toContain('allow-scripts');
});
