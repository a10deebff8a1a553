'use client';

import { ErrorPage } from '@/components/error-page';
import { Button } from '@/components/ui/button';
import { brand } from '@/lib/brand';

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Shown in place of a page that could not be made. The server's log has the rest. */
export default function PageError({ error, reset }: Props) {
  return (
    <ErrorPage
      title="That did not work"
      body={
        <>
          Something went wrong on our side. Try again; if it stays, write to {brand.supportEmail}
          {error.digest && ` and mention ${error.digest}`}.
        </>
      }
      action={<Button onClick={reset}>Try again</Button>}
    />
  );
}
