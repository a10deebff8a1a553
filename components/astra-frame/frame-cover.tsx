import { Button } from '../ui/button';
import { lateWords } from '../ui/late-note';
import { Notice } from '../ui/notice';
import { Skeleton } from '../ui/skeleton';
import { Spinner } from '../ui/spinner';
import { useIsLate } from '../ui/use-is-late';
import type { FrameOutcome } from './parse-frame-message';

const cover = 'absolute inset-0 grid content-start justify-items-center gap-6 bg-surface p-6 pt-28';

/** Stands over the frame until Astra's page has loaded. */
export function LoadingCover({ slow, src }: { slow: boolean; src: string }) {
  return (
    <div className={cover}>
      {slow ? (
        <Notice
          tone="caution"
          className="max-w-lg"
          title={lateWords}
          action={
            <a href={src} className="font-medium underline underline-offset-4">
              Open Astra in this tab
            </a>
          }
        >
          Something may be keeping Astra’s page from opening here. It works in the whole tab too,
          and you come back here when you are done.
        </Notice>
      ) : (
        <div className="grid w-full max-w-80 gap-4">
          <Spinner label="Loading Astra’s secure page…" className="mx-auto size-7 text-accent" />
          <Skeleton className="mx-auto h-6 w-2/3" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12" />
          <Skeleton className="h-12 opacity-60" />
        </div>
      )}
    </div>
  );
}

const endings: Record<FrameOutcome, { title: string; again: string }> = {
  linked: { title: 'All done. This page moves on in a moment.', again: 'Reload this page' },
  left: { title: 'You left before it was finished.', again: 'Start again' },
  failed: { title: 'That did not go through. You can try again now.', again: 'Try again' },
};

const reloadAfterMs = 8_000;

/** Stands over the frame once it is done with, until the server's answer replaces both. */
export function FinishedCover({ outcome, busy }: { outcome: FrameOutcome; busy: boolean }) {
  const { title, again } = endings[outcome];
  const late = useIsLate(true, reloadAfterMs);
  // After success the page moves on by itself: an offer to reload it would only raise doubts, until
  // it is due.
  const moving = busy || (outcome === 'linked' && !late);

  return (
    <div className={cover}>
      <p role="status" className="max-w-72 text-center font-medium text-balance">
        {title}
      </p>
      {moving ? (
        <Spinner className="size-7 text-accent" />
      ) : (
        <Button variant="secondary" onClick={() => window.location.reload()}>
          {again}
        </Button>
      )}
    </div>
  );
}
