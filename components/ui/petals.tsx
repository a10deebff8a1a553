import { cx } from './cx';

const outer = 'M100 98C66 80 62 34 100 2c38 32 34 78 0 96Z';
const inner = 'M100 98c-15-9-17-32 0-50 17 18 15 41 0 50Z';
const turns = [0, 72, 144, 216, 288];
const outerOpacity = [0.95, 0.6, 0.85, 0.5, 0.75];

/** The mark grown large: quiet artwork behind cards and pages, tinted by the text colour. */
export function Petals({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 200 200"
      aria-hidden="true"
      className={cx('overflow-visible', className)}
      fill="currentColor"
    >
      {turns.map((turn, index) => (
        <path
          key={turn}
          d={outer}
          opacity={outerOpacity[index]}
          transform={`rotate(${turn} 100 100)`}
        />
      ))}
      {turns.map((turn) => (
        <path key={turn} d={inner} opacity="0.9" transform={`rotate(${turn + 36} 100 100)`} />
      ))}
    </svg>
  );
}
