import type { SampleAccount } from '@/lib/bank-link/stand-in/sample-accounts';

/** The accounts of the sample bank, to be checked. */
export function SampleAccountFields({ accounts }: { accounts: readonly SampleAccount[] }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="sr-only">Accounts</legend>
      {accounts.map(({ key, name, mask, subtype, remark }) => (
        <label
          key={key}
          className="grid grid-cols-[auto_1fr] items-center gap-x-3 gap-y-0.5 rounded-lg border border-line-strong/60 bg-surface p-3.5 wrap-anywhere transition-colors hover:border-accent has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
        >
          <input
            type="checkbox"
            name={key}
            className="row-span-2 size-4.5 accent-accent outline-none"
          />
          <span className="font-medium text-ink">
            {name} ending in {mask}
          </span>
          <span className="col-start-2 text-sm text-ink-muted">
            {subtype === 'checking' ? 'Checking account.' : 'Savings account.'} {remark}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
