import type { SettlementAccount } from '@/lib/operator/money/list-settlement-accounts';
import { Money } from '../ui/money';

/** The program's accounts, with what each can spend. */
export function SettlementAccounts({ accounts }: { accounts: readonly SettlementAccount[] }) {
  return (
    <ul className="divide-y divide-line">
      {accounts.map(({ astraId, label, status, availableCents, currentCents }) => (
        <li
          key={astraId}
          className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-3 first:pt-0 last:pb-0"
        >
          <span className="grid min-w-0 gap-0.5 wrap-anywhere">
            <span className="font-medium">{label}</span>
            {status && status !== 'active' && (
              <span className="text-sm text-caution">Astra calls it {status}.</span>
            )}
          </span>
          <span className="grid gap-0.5 sm:justify-items-end">
            {availableCents === null ? (
              <span className="text-sm text-ink-muted">Balance not known</span>
            ) : (
              <Money cents={availableCents} size="md" />
            )}
            {currentCents !== null && currentCents !== availableCents && (
              <span className="text-sm text-ink-muted">
                of <Money cents={currentCents} /> in it
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
