import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { programItems } from '@/components/operator/program-items';
import { PaymentProgress } from '@/components/send/payment-progress';
import { TransferDetails } from '@/components/transfer-details';
import { StoryList } from '@/components/transfers/story-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { requireOperator } from '@/lib/auth/operator';
import { pacificToday } from '@/lib/cards/pacific-today';
import { findSentByOperator } from '@/lib/operator/money/sent-by-operators';

export const metadata: Metadata = { title: 'Payment of the program' };

type Props = { params: Promise<{ id: string }> };

export default async function ProgramPaymentPage({ params }: Props) {
  await requireOperator();
  const found = await findSentByOperator((await params).id);
  if (!found) notFound();
  const { payment, transfer, story, operatorEmail, payeeEmail } = found;
  const more = programItems({ ...payment, payeeEmail });
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title={payment.name}
        lead={`Confirmed by ${operatorEmail ?? 'an operator who is gone'}.`}
        back={{ href: '/operator/money', label: 'Program’s money' }}
      />
      <div className="grid gap-6">
        {transfer ? (
          <TransferDetails transfer={transfer} more={more} />
        ) : (
          <PaymentProgress payment={payment} today={await pacificToday()} isOfProgram more={more} />
        )}
        <Panel title="What happened">
          <StoryList story={story} />
        </Panel>
      </div>
    </div>
  );
}
