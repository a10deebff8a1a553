'use client';

import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LiveConnection } from './live-connection';
import { useSessionMark } from './session-mark';
import { useCoalescedRefresh } from './use-coalesced-refresh';

const patienceMs = 10_000;
const tickMs = 15_000;

/**
 * Keeps the page true without a reload: re-reads it when the server says that something changed.
 *
 * Refreshes happen only when the stream has just opened or spoken, that is when the server is
 * known to answer: Next replaces the page by the browser's error page when a refresh can't reach it.
 *
 * @param ofEverybody for the operator's pages, which show what is other people's.
 */
export function LiveRefresh({ ofEverybody = false }: { ofEverybody?: boolean }) {
  const refresh = useCoalescedRefresh();
  const mark = useSessionMark();
  const [lost, setLost] = useState(false);

  useEffect(() => {
    let grumble: ReturnType<typeof setTimeout> | undefined;
    const calm = () => {
      clearTimeout(grumble);
      grumble = undefined;
      setLost(false);
    };
    const of = ofEverybody ? '&of=everybody' : '';
    const connection = new LiveConnection(`/api/live?mark=${mark}${of}`, {
      onOpen: () => {
        calm();
        refresh();
      },
      onLost: () => {
        grumble ??= setTimeout(() => setLost(true), patienceMs);
      },
      onChange: refresh,
      // A whole new document, so that nothing of the signed-out person stays in memory, nor what
      // they typed: a reload may fill it in again. Whoever has signed in since is led on from there.
      onSignedOut: () => window.location.replace('/sign-in'),
    });

    const resume = () => {
      if (document.visibilityState === 'visible') connection.connect();
    };
    // A hidden tab gives its connection back: over HTTP/1.1 a browser has six for the whole site.
    const onVisibility = () => {
      if (document.visibilityState === 'visible') return connection.connect();
      calm();
      connection.close();
    };
    const onPageShow = (event: PageTransitionEvent) => event.persisted && resume();
    // A machine that slept may hold a stream that is dead without knowing it.
    let last = Date.now();
    const ticking = setInterval(() => {
      const now = Date.now();
      if (now - last > 3 * tickMs) resume();
      last = now;
    }, tickMs);

    resume();
    document.addEventListener('visibilitychange', onVisibility);
    window.addEventListener('pageshow', onPageShow);
    window.addEventListener('online', resume);
    return () => {
      document.removeEventListener('visibilitychange', onVisibility);
      window.removeEventListener('pageshow', onPageShow);
      window.removeEventListener('online', resume);
      clearInterval(ticking);
      clearTimeout(grumble);
      connection.close();
    };
  }, [refresh, mark, ofEverybody]);

  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-20 z-30 grid place-items-center sm:bottom-6 print:hidden"
    >
      {lost && (
        <p className="inline-flex items-center gap-2 rounded-full bg-raised px-4 py-2 text-sm text-ink-muted shadow-float">
          <WifiOff aria-hidden="true" className="size-4" />
          Reconnecting…
        </p>
      )}
    </div>
  );
}
