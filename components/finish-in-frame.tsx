'use client';

import { useRouter } from 'next/navigation';
import { type MouseEvent, useCallback, useEffect } from 'react';
import type { FrameOutcome } from './astra-frame/parse-frame-message';
import { tellParent } from './astra-frame/tell-parent';
import { Spinner } from './ui/spinner';

type FinishInFrameProps = { purpose: string; outcome: FrameOutcome; continueHref: string };

/**
 * Where Astra's hosted page comes back to. Inside `AstraFrame` it tells the page around it and is
 * gone; opened as a whole page it goes on by itself.
 */
export function FinishInFrame({ purpose, outcome, continueHref }: FinishInFrameProps) {
  const router = useRouter();
  const tell = useCallback(
    () => tellParent({ type: 'astra:finished', purpose, outcome }),
    [purpose, outcome],
  );

  useEffect(() => {
    if (!tell()) router.replace(continueHref);
  }, [tell, router, continueHref]);

  // The sandbox of `AstraFrame` keeps the frame from moving the whole page: ask it again instead.
  const onClick = (event: MouseEvent) => {
    if (tell()) event.preventDefault();
  };

  return (
    <div className="grid min-h-dvh place-content-center justify-items-center gap-4 p-6 text-center">
      <Spinner className="size-8 text-accent" />
      <p role="status" className="font-medium">
        Taking you back…
      </p>
      <a
        href={continueHref}
        target="_top"
        onClick={onClick}
        className="rounded-sm text-sm text-accent underline underline-offset-4"
      >
        Continue if nothing happens
      </a>
    </div>
  );
}
