import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { heldAccountName } from '@/components/operator/held-accounts';
import { HeldBalanceForm } from '@/components/operator/held-balance-form';
import { ShownByAstra } from '@/components/operator/shown-by-astra';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { requireOperator } from '@/lib/auth/operator';
import { formatCents, toCents } from '@/lib/money';
import { findHeldAccount } from '@/lib/operator/held-accounts';
import { submitHeldBalanceForm } from './actions';

export const metadata: Metadata = { title: 'Held account' };

type Props = { params: Promise<{ id: string }> };

export default async function HeldAccountPage({ params }: Props) {
  await requireOperator();
  const id = z.uuid().safeParse((await params).id);
  const account = id.success ? await findHeldAccount(id.data) : null;
  if (!account) notFound();
  const { heldBalance: held } = account;
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={heldAccountName(account)}
        lead={account.user.email}
        back={{ href: '/operator/accounts', label: 'Held accounts' }}
      />
      <div className="grid gap-6">
        <Panel
          title="What we hold"
          description="Astra asks for these two amounts before it moves money out of the account."
        >
          <HeldBalanceForm
            action={submitHeldBalanceForm}
            accountId={account.id}
            current={held && typed(held.currentCents)}
            available={held && typed(held.availableCents)}
          />
        </Panel>
        <Panel title="What Astra shows">
          <ShownByAstra account={account} />
        </Panel>
      </div>
    </div>
  );
}

/** An amount as people type it after a dollar sign. */
function typed(amountCents: bigint): string {
  return formatCents(toCents(amountCents)).replace('$', '');
}
