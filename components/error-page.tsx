import type { ReactNode } from 'react';
import { Logo } from './ui/logo';
import { Petals } from './ui/petals';

type ErrorPageProps = { title: ReactNode; body: ReactNode; action?: ReactNode };

/** A whole page that says what happened and what to do next. */
export function ErrorPage({ title, body, action }: ErrorPageProps) {
  return (
    <main
      id="main"
      className="relative isolate flex min-h-dvh flex-col items-start justify-center gap-6 overflow-hidden px-4 py-16 sm:px-[12vw]"
    >
      <Petals className="absolute -right-48 -bottom-56 -z-10 size-[36rem] text-accent/12 sm:size-[48rem]" />
      <Logo />
      <div className="grid max-w-xl gap-3">
        <h1 className="text-4xl font-semibold">{title}</h1>
        <div className="text-lg text-pretty text-ink-muted">{body}</div>
      </div>
      {action && <div className="flex flex-wrap gap-3">{action}</div>}
    </main>
  );
}
