import { balanceOf } from '@/lib/accounts/balance-of';
import { whyNotPayFrom, whyNotPayTo } from '@/lib/accounts/can-pay';
import type { Account, AccountOrigin } from '@/lib/db/generated/client';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';
import { Panel } from '../ui/panel';
import { StatusBadge } from '../ui/status-badge';
import { AccountBalance } from './account-balance';
import { AccountNumber } from './account-number';
import { connectionBadge, noBalanceSentence } from './account-words';

const origins: Record<AccountOrigin, string> = {
  astra_pages: 'With your sign-in at the bank',
  numbers: 'By its account and routing number',
  bank_link: 'With Plaid',
};

/** Everything that is known of an account. */
export function AccountDetails({ account, now }: { account: Account; now: Date }) {
  const { institutionName, origin, createdAt, removedAt } = account;
  return (
    <>
      <Panel title="Balance" actions={<StatusBadge {...connectionBadge(account)} />}>
        <AccountBalance
          balance={balanceOf(account, now)}
          missing={noBalanceSentence(account)}
          size="xl"
        />
      </Panel>
      <Panel title="Details">
        <DefinitionList
          items={[
            ...(institutionName ? [{ label: 'Bank', value: institutionName }] : []),
            { label: 'Account', value: <AccountNumber {...account} /> },
            ...(removedAt ? [] : abilities(account)),
            { label: 'Linked', value: origins[origin] },
            { label: 'First seen', value: <DateTime at={createdAt} /> },
            ...(removedAt ? [{ label: 'Removed', value: <DateTime at={removedAt} /> }] : []),
          ]}
        />
      </Panel>
    </>
  );
}

/** Facts about the account at Astra, and no offer: payments of this app are between cards. */
function abilities(account: Account) {
  return [
    { label: 'Astra can take money from it', value: whyNotPayFrom(account) ?? 'Yes' },
    { label: 'Astra can send money to it', value: whyNotPayTo(account) ?? 'Yes' },
  ];
}
