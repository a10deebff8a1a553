import { ArrowRight, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { CardGrid } from '@/components/cards/card-grid';
import { ConnectNotice } from '@/components/connect-notice';
import { LimitsNotice } from '@/components/limits-notice';
import { TransferList } from '@/components/transfer-list';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { requireUser } from '@/lib/auth/current-user';
import { readCardPage } from '@/lib/cards/read-card-page';
import { readLimits } from '@/lib/limits/read-limits';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { listOpenPayments } from '@/lib/payments/find-payment';
import { listTransfers } from '@/lib/transfers/list-transfers';

export const metadata: Metadata = { title: 'Home' };

export default async function HomePage() {
  const user = await requireUser();
  const [step, cards, transfers, open, limits] = await Promise.all([
    onboardingStep(user.id),
    readCardPage(user.id, { size: 3 }),
    listTransfers(user.id, 5),
    listOpenPayments(user.id),
    readLimits(user.id),
  ]);
  const isReady = step === 'done';
  return (
    <>
      <PageHeader
        title="Home"
        actions={
          isReady &&
          cards.total > 0 && (
            <ButtonLink href="/send">
              Send money <ArrowRight aria-hidden="true" className="size-4" />
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-6">
        <ConnectNotice step={step} />
        {isReady && <LimitsNotice limits={limits} />}
        {isReady && cards.total === 0 && (
          <EmptyState
            title="Add your first card"
            action={<ButtonLink href="/cards/add">Add a debit card</ButtonLink>}
          >
            Money moves between your cards and bank accounts, and to other people.
          </EmptyState>
        )}
        {cards.total > 0 && (
          <Panel
            title="Your cards"
            actions={
              <ButtonLink href="/cards/add" variant="quiet">
                <Plus aria-hidden="true" className="size-4" /> Add
              </ButtonLink>
            }
          >
            <CardGrid cards={cards.items} />
          </Panel>
        )}
        {(transfers.length > 0 || open.length > 0) && (
          <Panel
            title="Latest activity"
            actions={
              <ButtonLink href="/transfers" variant="quiet">
                See all
              </ButtonLink>
            }
          >
            <TransferList transfers={transfers} openPayments={open} />
          </Panel>
        )}
      </div>
    </>
  );
}
