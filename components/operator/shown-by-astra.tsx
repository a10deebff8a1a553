import type { HeldAccount } from '@/lib/operator/held-accounts';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';

/** What Astra had of the account when we last looked: what it goes by when money moves. */
export function ShownByAstra({ account }: { account: HeldAccount }) {
  const { currentBalanceCents: current, availableBalanceCents: available, balanceAt } = account;
  if (current === null && available === null) {
    return <p className="text-ink-muted">No balance yet. It shows once Astra has asked for one.</p>;
  }
  return (
    <DefinitionList
      items={[
        { label: 'Current balance', value: amountOf(current) },
        { label: 'Available balance', value: amountOf(available) },
        { label: 'As of', value: balanceAt ? <DateTime at={balanceAt} /> : 'Unknown' },
      ]}
    />
  );
}

function amountOf(cents: bigint | null) {
  return cents === null ? 'Unknown' : <Money cents={Number(cents)} />;
}
