import 'server-only';
import type { SendVerificationRequestParams } from 'next-auth/providers/email';
import { createTransport } from 'nodemailer';
import { brand } from '@/lib/brand';
import { env } from '@/lib/env';

/**
 * E-mails the sign-in link. It leads to a page of ours with a button, not to the sign-in itself:
 * mail scanners open links, which would use this one up, and a link that signs in at once would let
 * anybody sign others in as themselves.
 */
export async function sendSignInLink({
  identifier: email,
  url,
}: Pick<SendVerificationRequestParams, 'identifier' | 'url'>): Promise<void> {
  const link = confirmationLink(url);
  await createTransport(env().EMAIL_SERVER).sendMail({
    to: email,
    from: env().EMAIL_FROM,
    subject: `Sign in to ${brand.name}`,
    text: [
      `Sign in to ${brand.name}:`,
      link,
      'The link works once, for 15 minutes. If you did not ask for it, ignore this e-mail.',
    ].join('\n\n'),
    html: html(link),
  });
}

/** Our confirmation page, with what next-auth's own address carries. */
function confirmationLink(callbackUrl: string): string {
  const link = new URL('/sign-in/confirm', env().NEXTAUTH_URL);
  link.search = new URL(callbackUrl).search;
  return link.href;
}

function html(link: string): string {
  const href = link.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
  <body style="margin:0;background:#f6f5f1;font-family:system-ui,sans-serif;color:#1d2521">
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0">
      <tr><td align="center" style="padding:40px 16px">
        <table role="presentation" width="100%" style="max-width:440px;background:#fff;border-radius:16px">
          <tr><td style="padding:32px">
            <p style="margin:0 0 16px;font-size:20px;font-weight:600">Sign in to ${brand.name}</p>
            <p style="margin:0 0 24px;line-height:1.5">Choose the button to sign in on this device.</p>
            <p style="margin:0 0 24px">
              <a href="${href}" style="display:inline-block;padding:12px 20px;border-radius:10px;background:#2b3fb3;color:#fff;text-decoration:none;font-weight:600">Sign in</a>
            </p>
            <p style="margin:0;font-size:14px;line-height:1.5;color:#5b665f">It works once, for 15 minutes. If you did not ask for this e-mail, ignore it.</p>
          </td></tr>
        </table>
      </td></tr>
    </table>
  </body>
</html>`;
}
