'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useTransition } from 'react';

/**
 * Returns a function that re-reads the page from the server. A burst of calls costs at most two
 * reads: the one under way, which may be too old to show the last change, and one after it.
 */
export function useCoalescedRefresh(): () => void {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const underWay = useRef(false);
  const wanted = useRef(false);

  const refresh = useCallback(() => {
    if (underWay.current) {
      wanted.current = true;
      return;
    }
    underWay.current = true;
    startTransition(() => router.refresh());
  }, [router]);

  useEffect(() => {
    if (pending || !underWay.current) return;
    underWay.current = false;
    if (!wanted.current) return;
    wanted.current = false;
    refresh();
  }, [pending, refresh]);

  return refresh;
}
