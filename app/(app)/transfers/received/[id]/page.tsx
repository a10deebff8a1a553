import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { ReceivedDetails } from '@/components/received/received-details';
import { SenderName } from '@/components/received/sender-name';
import { PageHeader } from '@/components/ui/page-header';
import { requireUser } from '@/lib/auth/current-user';
import { findReceived } from '@/lib/transfers/received/find-received';

type Props = { params: Promise<{ id: string }> };

/** What this page is about, if it was sent to whoever asks. Looked up once per request. */
const loadReceived = cache(async (id: string) => {
  const user = await requireUser();
  return (await findReceived(user.id, id)) ?? notFound();
});

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadReceived((await params).id);
  return { title: 'Received payment' };
}

export default async function ReceivedPaymentPage({ params }: Props) {
  const received = await loadReceived((await params).id);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={
          <>
            From <SenderName sender={received.sender} />
          </>
        }
        back={{ href: '/transfers/received', label: 'Received' }}
      />
      <ReceivedDetails received={received} />
    </div>
  );
}
