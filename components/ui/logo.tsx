import { brand } from '@/lib/brand';
import { cx } from './cx';

const petal = 'M16 15.2C11.6 12.2 11.4 5.6 16 1.6c4.6 4 4.4 10.6 0 13.6Z';
const turns = [0, 72, 144, 216, 288];

/** The five-petalled mark alone. */
export function LogoMark({ className = 'size-8' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cx('shrink-0', className)}>
      <g className="fill-accent">
        {turns.map((turn) => (
          <path key={turn} d={petal} transform={`rotate(${turn} 16 16.6)`} />
        ))}
      </g>
      <circle cx="16" cy="16.6" r="2.7" className="fill-pollen" />
    </svg>
  );
}

/** Mark and wordmark. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={cx('inline-flex items-center gap-2', className)}>
      <LogoMark className="size-7" />
      <span className="text-lg font-semibold tracking-[-0.03em] text-ink">{brand.name}</span>
    </span>
  );
}
