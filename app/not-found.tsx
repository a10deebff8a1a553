import type { Metadata } from 'next';
import { ErrorPage } from '@/components/error-page';
import { ButtonLink } from '@/components/ui/button-link';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFound() {
  return (
    <ErrorPage
      title="There is nothing here"
      body="The address may be mistyped, or what was here belongs to somebody else."
      action={<ButtonLink href="/home">Go to the start</ButtonLink>}
    />
  );
}
