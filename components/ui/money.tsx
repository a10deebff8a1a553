import { formatCents, toCents } from '@/lib/money';
import { cx } from './cx';

const sizes = {
  inherit: '',
  md: 'text-base font-medium',
  lg: 'text-2xl font-semibold',
  xl: 'text-4xl font-semibold sm:text-5xl',
} as const;

type MoneyProps = {
  /** Integer cents. */
  cents: number;
  /** Writes a plus before money that comes in; a minus is always written. */
  sign?: boolean;
  size?: keyof typeof sizes;
  className?: string;
};

/** An amount of US dollars whose digits line up in columns. */
export function Money({ cents, sign = false, size = 'inherit', className }: MoneyProps) {
  const mark = cents < 0 ? '−' : sign && cents > 0 ? '+' : '';
  return (
    <span className={cx('whitespace-nowrap tabular-nums', sizes[size], className)}>
      {mark}
      {formatCents(toCents(Math.abs(cents)))}
    </span>
  );
}
