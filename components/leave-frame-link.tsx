'use client';

import type { MouseEvent, ReactNode } from 'react';
import { tellParent } from './astra-frame/tell-parent';
import { ButtonLink } from './ui/button-link';

type Props = { purpose: string; href: string; children: ReactNode };

/** Leads on from a page that may be framed: the frame's owner then takes over. */
export function LeaveFrameLink({ purpose, href, children }: Props) {
  const leave = (event: MouseEvent) => {
    if (tellParent({ type: 'astra:finished', purpose, outcome: 'failed' })) event.preventDefault();
  };
  return (
    <ButtonLink href={href} onClick={leave}>
      {children}
    </ButtonLink>
  );
}
