import { Suspense } from 'react';
import type { SegmentsRead } from '@/lib/transfers/detail/read-segments';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { Skeleton } from '../ui/skeleton';
import { SegmentList } from './segment-list';

/** The steps of a transfer, which Astra is asked for while the rest of the page is there already. */
export function SegmentsPanel({ read }: { read: Promise<SegmentsRead> }) {
  return (
    <Panel title="Steps of the money" description="As Astra shows them now.">
      <Suspense fallback={<Waiting />}>
        <Segments read={read} />
      </Suspense>
    </Panel>
  );
}

function Waiting() {
  return (
    <div role="status" className="grid gap-3">
      <span className="sr-only">Asking Astra…</span>
      <Skeleton className="h-10 w-full" />
      <Skeleton className="h-10 w-full" />
    </div>
  );
}

async function Segments({ read }: { read: Promise<SegmentsRead> }) {
  const found = await read;
  if (found.ok) return <SegmentList segments={found.segments} />;
  return (
    <Notice tone="caution" title="The steps cannot be shown now.">
      {found.sentence}
    </Notice>
  );
}
