'use client';

import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { tooManyLinks } from './sign-in-words';
import { Button } from './ui/button';
import { Field } from './ui/field';
import { useHydrated } from './ui/use-hydrated';

const address = z.string().trim().pipe(z.email());

/** Asks for an e-mail address and has a sign-in link sent there. */
export function SignInForm() {
  const router = useRouter();
  const hydrated = useHydrated();
  const [error, setError] = useState<string>();
  const [pending, setPending] = useState(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const email = address.safeParse(new FormData(event.currentTarget).get('email'));
    if (!email.success) {
      setError('Enter an e-mail address such as name@example.com.');
      return;
    }
    setError(undefined);
    setPending(true);
    const answer = await signIn('email', {
      email: email.data,
      redirect: false,
      callbackUrl: '/home',
    }).catch(() => undefined);
    setPending(false);
    if (answer?.ok && !answer.error) router.push('/sign-in/check-email');
    else if (answer?.error === 'TooManyLinks') setError(tooManyLinks);
    else setError('The e-mail could not be sent. Please try again in a minute.');
  }

  return (
    // Without scripts nothing could be sent, so the form says `post`: an address never ends in a URL.
    <form method="post" noValidate onSubmit={send} className="grid gap-4">
      <Field
        name="email"
        label="E-mail address"
        type="email"
        inputMode="email"
        autoComplete="email"
        required
        error={error}
        onInput={() => setError(undefined)}
      />
      <noscript>
        <p className="text-sm text-ink-muted">Signing in needs JavaScript. Please switch it on.</p>
      </noscript>
      <Button
        type="submit"
        size="lg"
        // Sent before the page is alive, the form would go nowhere and forget what was typed.
        disabled={!hydrated}
        pending={pending}
        pendingLabel="Sending…"
      >
        E-mail me a link
      </Button>
    </form>
  );
}
