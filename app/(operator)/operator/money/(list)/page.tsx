import type { Metadata } from 'next';
import { SentByOperators } from '@/components/operator/sent-by-operators';
import { SettlementAccounts } from '@/components/operator/settlement-accounts';
import { ButtonLink } from '@/components/ui/button-link';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireOperator } from '@/lib/auth/operator';
import { pageQuery } from '@/lib/lists/page-of';
import { findProgram } from '@/lib/operator/money/find-program';
import { readSettlementAccounts } from '@/lib/operator/money/read-settlement-accounts';
import { listSentByOperators } from '@/lib/operator/money/sent-by-operators';

export const metadata: Metadata = { title: 'Program’s money' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProgramMoneyPage({ searchParams }: Props) {
  await requireOperator();
  const query = pageQuery.parse(await searchParams);
  const [{ fault }, { accounts, silence }, { items, page, pages }] = await Promise.all([
    findProgram(),
    readSettlementAccounts(),
    listSentByOperators(query.page),
  ]);
  return (
    <>
      <PageHeader
        title="Program’s money"
        lead="The settlement accounts that Astra keeps for the program, and what operators sent from them."
        actions={
          <>
            <ButtonLink href="/operator/money/debits" variant="quiet">
              Daily debits
            </ButtonLink>
            <ButtonLink href="/operator/money/move" variant="secondary">
              Move money
            </ButtonLink>
            <ButtonLink href="/operator/money/pay-out">Pay a person</ButtonLink>
          </>
        }
      />
      <div className="grid gap-6">
        {fault && (
          <Notice tone="caution" title="Money cannot be moved yet.">
            {fault}
          </Notice>
        )}
        {silence ? (
          <Notice tone="caution" title="The settlement accounts could not be read.">
            {silence}
          </Notice>
        ) : (
          <Panel
            title="Settlement accounts"
            description="What can be spent. Astra’s balances may be five minutes old."
          >
            {accounts.length === 0 ? (
              <p className="text-ink-muted">Astra has set up none yet. Ask Astra for one.</p>
            ) : (
              <SettlementAccounts accounts={accounts} />
            )}
          </Panel>
        )}
        {items.length === 0 ? (
          <EmptyState title="Nothing sent yet">
            What operators move or pay out appears here, with who did it.
          </EmptyState>
        ) : (
          <Panel title="Sent by operators">
            <SentByOperators payments={items} />
          </Panel>
        )}
        <Pager
          label="Sent by operators"
          page={page}
          pages={pages}
          hrefOf={(number) => `/operator/money?page=${number}`}
        />
      </div>
    </>
  );
}
