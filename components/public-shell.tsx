import Link from 'next/link';
import type { ReactNode } from 'react';
import { brand } from '@/lib/brand';
import { SkipLink } from './skip-link';
import { Logo } from './ui/logo';
import { Petals } from './ui/petals';

/** What surrounds the pages of someone who is not signed in: one card, nothing to wander off to. */
export function PublicShell({ children }: { children: ReactNode }) {
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-hidden">
      <SkipLink />
      <Petals className="absolute -top-40 -right-48 -z-10 size-[34rem] text-accent/12 sm:-top-56 sm:-right-40 sm:size-[52rem]" />
      <header className="mx-auto w-full max-w-5xl px-4 py-5 sm:px-6">
        <Link href="/" className="inline-flex rounded-sm">
          <Logo />
        </Link>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto grid w-full max-w-116 flex-1 content-center px-4 py-8 outline-none"
      >
        <div className="rounded-2xl border border-line bg-surface p-6 shadow-float motion-safe:animate-rise sm:p-9">
          {children}
        </div>
      </main>
      <footer className="mx-auto flex w-full max-w-5xl flex-wrap justify-between gap-x-6 gap-y-1 px-4 py-6 text-sm text-ink-muted sm:px-6">
        <p>{brand.tagline}</p>
        <a
          href={`mailto:${brand.supportEmail}`}
          className="rounded-sm underline-offset-4 hover:text-ink hover:underline"
        >
          {brand.supportEmail}
        </a>
      </footer>
    </div>
  );
}
