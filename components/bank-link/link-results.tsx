import type { LinkResult } from '@/lib/bank-link/results';
import { Panel } from '../ui/panel';
import { StatusBadge } from '../ui/status-badge';

const words = {
  added: { tone: 'positive', label: 'Linked', detail: null },
  existing: { tone: 'info', label: 'Linked before', detail: 'It stays as it is.' },
  refused: {
    tone: 'critical',
    label: 'Not linked',
    detail: 'Astra or the bank did not accept it. Try another account, or another way.',
  },
  unknown: {
    tone: 'caution',
    label: 'Being checked',
    detail:
      'Astra did not answer. If it is missing in your accounts after a minute, link it again.',
  },
} as const;

/** What became of each account that a person shared at the bank. */
export function LinkResults({ results }: { results: readonly LinkResult[] }) {
  return (
    <Panel title="Accounts">
      <ul className="grid divide-y divide-line">
        {results.map(({ name, mask, outcome }, index) => (
          <li
            key={index}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <span className="grid min-w-0 gap-0.5 wrap-anywhere">
              <span className="font-medium">
                {name ?? 'Account'}
                {mask && ` ending in ${mask}`}
              </span>
              {words[outcome].detail && (
                <span className="text-sm text-ink-muted">{words[outcome].detail}</span>
              )}
            </span>
            <StatusBadge tone={words[outcome].tone} label={words[outcome].label} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
