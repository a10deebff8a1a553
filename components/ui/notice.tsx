import { CircleCheck, CircleX, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

const tones = {
  info: { icon: Info, look: 'bg-accent-soft text-accent' },
  positive: { icon: CircleCheck, look: 'bg-positive-soft text-positive' },
  caution: { icon: TriangleAlert, look: 'bg-caution-soft text-caution' },
  critical: { icon: CircleX, look: 'bg-critical-soft text-critical' },
} as const;

type NoticeProps = {
  tone?: keyof typeof tones;
  title: ReactNode;
  /** For a notice that is all its page has to say: the title is a heading, and can be focused. */
  isHeading?: boolean;
  /** A button or link: what to do about it. */
  action?: ReactNode;
  children?: ReactNode;
  className?: string;
};

/** A sentence that says what happened, another that says what to do. */
export function Notice({
  tone = 'info',
  title,
  isHeading,
  action,
  children,
  className,
}: NoticeProps) {
  const { icon: Icon, look } = tones[tone];
  return (
    <div
      role={tone === 'critical' ? 'alert' : 'status'}
      className={cx('flex gap-3 rounded-lg p-4', look, className)}
    >
      <Icon aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="grid min-w-0 flex-1 content-start gap-1 wrap-anywhere">
        {isHeading ? (
          <h2 tabIndex={-1} className="font-medium outline-none">
            {title}
          </h2>
        ) : (
          <p className="font-medium">{title}</p>
        )}
        {children && <div className="text-sm text-ink">{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
