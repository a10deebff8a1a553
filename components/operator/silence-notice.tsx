import type { ReactNode } from 'react';
import { Notice } from '../ui/notice';

/** That Astra's webhooks may be missing; nothing while they seem to come. */
export function SilenceNotice({ reason, action }: { reason: string | null; action?: ReactNode }) {
  if (reason === null) return null;
  return (
    <Notice tone="caution" title="Webhooks from Astra may be missing" action={action}>
      {reason} Look under Webhooks in Astra’s dashboard whether deliveries to this app fail. What
      was found here is right all the same: it was read at Astra.
    </Notice>
  );
}
