'use client';

import { type ReactNode, useEffect, useRef } from 'react';

type StepFocusProps = { step: string; children: ReactNode };

/**
 * Moves the focus to the heading of a step that took another one's place. What was focused is gone
 * then, and the browser would begin again at the top of the page without a word to a screen reader.
 * Somebody who is busy elsewhere on the page is left there.
 */
export function StepFocus({ step, children }: StepFocusProps) {
  const box = useRef<HTMLDivElement>(null);
  const shown = useRef(step);

  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) box.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus();
  }, [step]);

  return <div ref={box}>{children}</div>;
}
