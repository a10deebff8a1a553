import { MailCheck } from 'lucide-react';
import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button-link';

export const metadata: Metadata = { title: 'Check your e-mail' };

export default function CheckEmailPage() {
  return (
    <div className="grid justify-items-start gap-5">
      <MailCheck aria-hidden="true" className="size-10 text-accent" />
      <div className="grid gap-2">
        <h1 className="text-3xl font-semibold">Check your e-mail</h1>
        <p className="text-pretty text-ink-muted">
          We sent you a link. It works once, for 15 minutes. Nothing there? Look in the spam folder,
          or ask for another.
        </p>
      </div>
      <ButtonLink href="/sign-in" variant="secondary">
        Use another address
      </ButtonLink>
    </div>
  );
}
