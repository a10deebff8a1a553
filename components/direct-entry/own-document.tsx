'use client';

import { type ReactNode, useEffect } from 'react';
import { Skeleton } from '../ui/skeleton';
import { useHydrated } from '../ui/use-hydrated';

type OwnDocumentProps = {
  /** The address of this page. */
  path: string;
  children: ReactNode;
};

/**
 * Shows what is inside only in a document that was loaded for this page. Moving between pages of the
 * app keeps the document and its content security policy, and only this page's lets anything be sent
 * to Astra's secure host. So whoever came here without a load gets one, and every link loads anew.
 *
 * What is inside is never in the HTML of our server: no form that could be sent before its script
 * runs, which would send it to us.
 */
export function OwnDocument({ path, children }: OwnDocumentProps) {
  const hydrated = useHydrated();
  const isOwn = hydrated && wasLoadedFor(path);

  useEffect(() => {
    if (hydrated && !isOwn) window.location.replace(path);
  }, [hydrated, isOwn, path]);

  useEffect(() => {
    window.addEventListener('click', keepFromRouter, true);
    return () => window.removeEventListener('click', keepFromRouter, true);
  }, []);

  if (isOwn) return children;
  return (
    <>
      <noscript>This page needs JavaScript: what you type goes straight to Astra.</noscript>
      <Skeleton className="h-96 w-full" />
    </>
  );
}

/** Which address the browser loaded this document from. An old one that can't tell is believed. */
function wasLoadedFor(path: string): boolean {
  const [load] = performance.getEntriesByType('navigation');
  return !load || new URL(load.name).pathname === path;
}

/** The router does not hear of clicks on links, so the browser follows them by itself. */
function keepFromRouter(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('a[href]')) event.stopPropagation();
}
