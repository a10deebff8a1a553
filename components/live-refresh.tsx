'use client';

import { WifiOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { LiveConnection } from './live-connection';
import { LivePolling, pollMs } from './live-polling';
import { useSessionMark } from './session-mark';
import { useCoalescedRefresh } from './use-coalesced-refresh';

/** How long nothing may be heard before the page asks by itself. */
const patienceMs = 10_000;
const tickMs = 15_000;

/** How the page hears of changes: from the stream, by asking every so often, or just now not at all. */
type News = 'live' | 'polled' | 'none';

const words: Record<News, string | null> = {
  live: null,
  polled: `Live updates don’t reach this browser, so this page is checked every ${pollMs / 1000} seconds.`,
  none: 'Reconnecting…',
};

/**
 * Keeps the page true without a reload: re-reads it when the server says that something changed.
 * Where the stream is blocked or held back on its way, it is re-read every so often instead.
 *
 * Refreshes happen only when the server has just spoken or answered, that is when it can be
 * reached: Next replaces the page by the browser's error page when a refresh can't reach it.
 *
 * @param ofEverybody for the operator's pages, which show what is other people's.
 */
export function LiveRefresh({ ofEverybody = false }: { ofEverybody?: boolean }) {
  const refresh = useCoalescedRefresh();
  const mark = useSessionMark();
  const [news, setNews] = useState<News>('live');

  useEffect(() => {
    let patience: ReturnType<typeof setTimeout> | undefined;
    // A whole new document, so that nothing of the signed-out person stays in memory, nor what
    // they typed: a reload may fill it in again. Whoever has signed in since is led on from there.
    const onSignedOut = () => window.location.replace('/sign-in');
    const polling = new LivePolling(`/api/live/check?mark=${mark}`, {
      onAnswer: () => {
        setNews('polled');
        refresh();
      },
      onNoAnswer: () => setNews('none'),
      onSignedOut,
    });
    const calm = () => {
      clearTimeout(patience);
      patience = undefined;
      polling.stop();
      setNews('live');
    };
    const of = ofEverybody ? '&of=everybody' : '';
    const connection = new LiveConnection(`/api/live?mark=${mark}${of}`, {
      onHeard: calm,
      onLost: () => {
        patience ??= setTimeout(() => polling.start(), patienceMs);
      },
      onChange: refresh,
      onSignedOut,
    });

    const resume = () => {
      if (document.visibilityState === 'visible') connection.connect();
    };
    // A hidden tab gives its connection back: over HTTP/1.1 a browser has six for the whole site.
    const onVisibility = () => {
      if (document.visibilityState === 'visible') return connection.connect();
      connection.close();
      calm();
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
      clearTimeout(patience);
      polling.stop();
      connection.close();
    };
  }, [refresh, mark, ofEverybody]);

  return (
    <>
      <div
        role="status"
        className="pointer-events-none fixed inset-x-0 bottom-[calc(5.5rem+env(safe-area-inset-bottom))] z-30 grid place-items-center sm:bottom-6 print:hidden"
      >
        {words[news] && (
          <p className="mx-4 inline-flex items-center gap-2 rounded-3xl bg-raised px-4 py-2 text-sm text-ink-muted shadow-float">
            <WifiOff aria-hidden="true" className="size-4 shrink-0" />
            {words[news]}
          </p>
        )}
      </div>
      {/* What stands last, a form's button mostly, can be scrolled out from under the words. */}
      {words[news] && <div className="h-16 sm:hidden print:hidden" />}
    </>
  );
}
