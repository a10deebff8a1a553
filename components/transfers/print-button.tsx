'use client';

import { Printer } from 'lucide-react';
import { Button } from '../ui/button';
import { useHydrated } from '../ui/use-hydrated';

/** Opens the browser's print dialog. Without JavaScript there is none to open, so no button. */
export function PrintButton() {
  if (!useHydrated()) return null;
  return (
    <Button variant="secondary" onClick={() => window.print()}>
      <Printer aria-hidden="true" className="size-4" /> Print
    </Button>
  );
}
