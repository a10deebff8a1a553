import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/sign-in-form';
import { tooManyLinks } from '@/components/sign-in-words';
import { Notice } from '@/components/ui/notice';
import { currentUser } from '@/lib/auth/current-user';

export const metadata: Metadata = { title: 'Sign in' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Props) {
  if (await currentUser()) redirect('/home');
  const { error } = await searchParams;
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <h1 className="text-3xl font-semibold">Sign in or join</h1>
        <p className="text-pretty text-ink-muted">
          We e-mail you a link. There is no password to remember.
        </p>
      </div>
      {typeof error === 'string' && <Notice tone="caution" title={sentenceFor(error)} />}
      <SignInForm />
    </div>
  );
}

/** next-auth names its errors in the address; people get a sentence. */
function sentenceFor(error: string): string {
  if (error === 'Verification') {
    return 'That link was used already or is too old. Ask for a new one below.';
  }
  if (error === 'EmailSignin') return 'The e-mail could not be sent. Please try again in a minute.';
  if (error === 'TooManyLinks') return tooManyLinks;
  return 'Signing in did not work. Please ask for a new link.';
}
