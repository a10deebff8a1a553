import { cx } from '../ui/cx';

/** What is known of the digits beside it, said when it comes. The line's place is kept free. */
export function LookUpWords({ words, isCaution = false }: { words: string; isCaution?: boolean }) {
  return (
    <p
      role="status"
      className={cx('min-h-5 text-sm', isCaution ? 'font-medium text-caution' : 'text-ink-muted')}
    >
      {words}
    </p>
  );
}
