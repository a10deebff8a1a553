import { ArrowRight, Plus } from 'lucide-react';
import type { Metadata } from 'next';
import { AccountList } from '@/components/accounts/account-list';
import { CardGrid } from '@/components/cards/card-grid';
import { ConnectNotice } from '@/components/connect-notice';
import { LimitsNotice } from '@/components/limits-notice';
import { ListFreshness } from '@/components/list-freshness';
import { MoreAwaited } from '@/components/more-awaited';
import { ReceivingNotice } from '@/components/receiving-notice';
import { ReceiveOnlyNotice } from '@/components/send/cannot-send';
import { TransferList } from '@/components/transfer-list';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { listAccounts } from '@/lib/accounts/list-accounts';
import { requireUser } from '@/lib/auth/current-user';
import { readCardPage } from '@/lib/cards/read-card-page';
import { databaseTime } from '@/lib/db/database-time';
import { mayOnlyReceive } from '@/lib/limits/may-only-receive';
import { readLimits } from '@/lib/limits/read-limits';
import { visitList } from '@/lib/lists/list-reads';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { countMoreAwaited } from '@/lib/payments/count-more-awaited';
import { listOpenPayments } from '@/lib/payments/list-open-payments';
import { findReceivingChoice } from '@/lib/people/find-receiving-choice';
import { listLatest } from '@/lib/transfers/list/list-latest';

export const metadata: Metadata = { title: 'Home' };

/** So many stand here of what is listed elsewhere in whole. */
const shown = { cards: 3, accounts: 3, transfers: 5 };

export default async function HomePage() {
  const user = await requireUser();
  const [step, read, cards, accounts, transfers, open, more, limits, isReceiveOnly, choice, now] =
    await Promise.all([
      onboardingStep(user.id),
      visitList(user.id, 'accounts'),
      readCardPage(user.id, { size: shown.cards }),
      listAccounts(user.id, 1, shown.accounts),
      listLatest(user.id, shown.transfers),
      listOpenPayments(user.id),
      countMoreAwaited(user.id),
      readLimits(user.id),
      mayOnlyReceive(user.id),
      findReceivingChoice(user.id),
      databaseTime(),
    ]);
  const isReady = step === 'done';
  const hasNothing = cards.total + accounts.total === 0;
  return (
    <>
      <PageHeader
        title="Home"
        actions={
          isReady &&
          !hasNothing &&
          !isReceiveOnly && (
            <ButtonLink href="/send">
              Send money <ArrowRight aria-hidden="true" className="size-4" />
            </ButtonLink>
          )
        }
      />
      <div className="grid gap-6">
        <ConnectNotice step={step} />
        {isReady && isReceiveOnly && <ReceiveOnlyNotice />}
        {isReady && !isReceiveOnly && <LimitsNotice limits={limits} />}
        {isReady && <ReceivingNotice choice={choice} />}
        {isReady && hasNothing && <AddSomething />}
        {cards.total > 0 && (
          <Panel title="Your cards" actions={<AddLink href="/cards/add" what="a card" />}>
            <CardGrid cards={cards.items} />
          </Panel>
        )}
        {accounts.total > 0 && (
          <Panel
            title="Your bank accounts"
            actions={<AddLink href="/accounts/add" what="a bank account" />}
          >
            <div className="grid gap-3">
              <AccountList accounts={accounts.items} now={now} />
              <ListFreshness read={read} what="bank accounts" step={step} />
            </div>
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
            <MoreAwaited count={more} />
          </Panel>
        )}
      </div>
    </>
  );
}

function AddSomething() {
  return (
    <EmptyState
      title="Add a card or a bank account to begin"
      action={
        <div className="flex flex-wrap justify-center gap-3">
          <ButtonLink href="/cards/add">Add a debit card</ButtonLink>
          <ButtonLink href="/accounts/add" variant="secondary">
            Link a bank account
          </ButtonLink>
        </div>
      }
    >
      Money moves between your cards and bank accounts, and to other people.
    </EmptyState>
  );
}

type AddLinkProps = { href: '/cards/add' | '/accounts/add'; what: string };

function AddLink({ href, what }: AddLinkProps) {
  return (
    <ButtonLink href={href} variant="quiet">
      <Plus aria-hidden="true" className="size-4" /> Add<span className="sr-only"> {what}</span>
    </ButtonLink>
  );
}
