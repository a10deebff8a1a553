'use client';

import { ExternalLink } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { useHydrated } from '../ui/use-hydrated';
import { useIsLate } from '../ui/use-is-late';
import { FinishedCover, LoadingCover } from './frame-cover';
import type { FrameMessage, FrameOutcome } from './parse-frame-message';
import { useFrameMessage } from './use-frame-message';

const patienceMs = 12_000;

// Scripts, forms and its own storage are what Astra's page is made of; it opens its terms, and
// banks their sign-in, in windows of their own. It may not move the page around it.
const sandbox =
  'allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox';

type AstraFrameProps = {
  /** The hosted page's whole address. */
  src: string;
  /** What the frame is for, as a screen reader should say it. */
  title: string;
  /** Our own origin: the only one whose messages count. */
  returnOrigin: string;
  /** In place of re-reading the page. What it is told is a hint: the server knows the truth. */
  onFinished?: (message: FrameMessage) => void;
};

/** Astra's hosted page inside ours. */
export function AstraFrame({ src, title, returnOrigin, onFinished }: AstraFrameProps) {
  const router = useRouter();
  const hydrated = useHydrated();
  const frame = useRef<HTMLIFrameElement>(null);
  // A refresh of the page may bring a new address, with a new `state`. Taking it up would throw
  // the person out of what they are typing, so it waits until this visit is over.
  const [address, setAddress] = useState(src);
  const [phase, setPhase] = useState<'loading' | 'broken' | 'ready' | FrameOutcome>('loading');
  const isLate = useIsLate(phase === 'loading', patienceMs);
  const [refreshing, startRefresh] = useTransition();
  const finished = phase === 'linked' || phase === 'left' || phase === 'failed';

  if (finished && src !== address) {
    setAddress(src);
    setPhase('loading');
  }

  useFrameMessage(frame, returnOrigin, (message) => {
    if (finished) return;
    setPhase(message.outcome);
    if (onFinished) onFinished(message);
    else startRefresh(() => router.refresh());
  });

  // The button that opened the frame is gone, and with it the focus.
  useEffect(() => {
    if (hydrated) frame.current?.focus();
  }, [hydrated]);

  return (
    <div className="-mx-5 grid gap-3 sm:mx-0">
      {/* Before the frame: below it, nobody with a phone sees it when Astra's page stays blank. */}
      <p className="px-5 text-sm text-ink-muted sm:px-0">
        Having trouble?{' '}
        <a href={address} className="rounded-sm underline underline-offset-4 hover:text-ink">
          Open Astra in this tab
          <ExternalLink aria-hidden="true" className="ml-1 inline size-3.5 align-[-2px]" />
        </a>
      </p>
      <div
        aria-busy={phase === 'loading' || refreshing}
        // No page can measure one of another site. This holds the first of Astra’s on a phone, so that
        // its button never hides below a second scrollbar.
        className="relative h-200 overflow-hidden border-y border-line bg-surface shadow-panel sm:rounded-xl sm:border-x"
      >
        {hydrated && (
          // Only in the browser: a frame in the server's HTML may load before anybody listens.
          <iframe
            key={address}
            ref={frame}
            title={title}
            sandbox={sandbox}
            allow="camera"
            referrerPolicy="strict-origin"
            src={address}
            onLoad={() =>
              setPhase((now) => (now === 'loading' || now === 'broken' ? 'ready' : now))
            }
            onError={() => setPhase((now) => (now === 'loading' ? 'broken' : now))}
            className="block size-full scroll-mt-28 bg-white"
          />
        )}
        {(phase === 'loading' || phase === 'broken') && (
          <LoadingCover slow={isLate || phase === 'broken'} src={address} />
        )}
        {finished && <FinishedCover outcome={phase} busy={refreshing} />}
      </div>
    </div>
  );
}
