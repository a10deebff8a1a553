import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Button } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Confirm' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const linkQuery = z.object({
  email: z.email(),
  token: z.string().min(1),
  callbackUrl: z.string().optional(),
});

/** Opening the link changes nothing; the button does. It also says who one is about to be. */
export default async function ConfirmSignInPage({ searchParams }: Props) {
  const link = linkQuery.safeParse(await searchParams);
  if (!link.success) redirect('/sign-in?error=Verification');
  const { email, token, callbackUrl } = link.data;
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-3xl font-semibold">One more step</h1>
        <p className="text-pretty text-ink-muted wrap-anywhere">
          You are about to sign in as <strong className="text-ink">{email}</strong>. Only go on if
          this is your own address.
        </p>
      </div>
      <form action="/api/auth/callback/email" method="get" className="grid">
        {callbackUrl && <input type="hidden" name="callbackUrl" value={callbackUrl} />}
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="email" value={email} />
        <Button type="submit" size="lg">
          Sign in
        </Button>
      </form>
    </div>
  );
}
