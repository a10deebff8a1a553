import { Check } from 'lucide-react';
import { cx } from './cx';

type Step = { title: string; state: 'done' | 'current' | 'todo' };

const spoken = { done: 'done', current: 'now', todo: 'to do' } as const;
const bars = { done: 'bg-accent', current: 'bg-pollen', todo: 'bg-line' } as const;

/** How far along a person is. On a phone only the current step is named. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const now = steps.findIndex((step) => step.state === 'current');
  const current = steps[now];
  return (
    <nav aria-label="Progress" className="grid gap-2">
      <ol className="flex gap-2">
        {steps.map((step) => (
          <li
            key={step.title}
            aria-current={step.state === 'current' ? 'step' : undefined}
            className="grid min-w-0 flex-1 content-start gap-2"
          >
            <span aria-hidden="true" className={cx('h-1.5 rounded-full', bars[step.state])} />
            <span
              className={cx(
                'sr-only items-center gap-1.5 text-sm sm:not-sr-only sm:flex',
                step.state === 'current' ? 'font-medium text-ink' : 'text-ink-muted',
              )}
            >
              {step.state === 'done' && (
                <Check aria-hidden="true" className="size-4 shrink-0 text-accent" />
              )}
              {step.title}
              <span className="sr-only">, {spoken[step.state]}</span>
            </span>
          </li>
        ))}
      </ol>
      {current && (
        <p aria-hidden="true" className="text-sm text-ink-muted sm:hidden">
          Step {now + 1} of {steps.length}:{' '}
          <span className="font-medium text-ink">{current.title}</span>
        </p>
      )}
    </nav>
  );
}
