import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { currentUser } from '@/lib/auth/current-user';

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
  const query = new URLSearchParams({ email, token, ...(callbackUrl && { callbackUrl }) });
  const current = await currentUser();
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-3xl font-semibold">One more step</h1>
        <p className="text-pretty text-ink-muted wrap-anywhere">
          You are about to sign in as <strong className="text-ink">{email}</strong>. Only go on if
          this is your own address.
        </p>
      </div>
      {current && current.email !== email && (
        <Notice tone="caution" title={`You are signed in as ${current.email} now.`}>
          Going on signs you out of that.
        </Notice>
      )}
      <form action={`/api/auth/callback/email?${query}`} method="post" className="grid">
        <Button type="submit" size="lg">
          Sign in
        </Button>
      </form>
    </div>
  );
}
