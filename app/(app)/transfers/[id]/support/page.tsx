import type { Metadata } from 'next';
import { SegmentsPanel } from '@/components/transfers/segments-panel';
import { StoryList } from '@/components/transfers/story-list';
import { DefinitionList } from '@/components/ui/definition-list';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import type { FoundTransfer } from '@/lib/transfers/detail/find-transfer';
import { readSegments } from '@/lib/transfers/detail/read-segments';
import { readStory } from '@/lib/transfers/detail/read-story';
import { loadTransfer } from '../load-transfer';

type Props = { params: Promise<{ id: string }> };

/** Looks as well, so that an unknown address has the title of what is shown there. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await loadTransfer((await params).id);
  return { title: 'Details for support' };
}

/** All that is known of a transfer, for whoever has to find out what became of it. */
export default async function TransferSupportPage({ params }: Props) {
  const transfer = await loadTransfer((await params).id);
  // Begun here and awaited further down, where the rest of the page does not wait for it.
  const segments = readSegments(transfer.userId, transfer.astraId);
  const story = await readStory(transfer);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Details for support"
        lead="If you write to us about this transfer, send us what stands here."
        back={{ href: `/transfers/${transfer.id}`, label: transfer.name ?? 'Transfer' }}
      />
      <div className="grid gap-6">
        <Panel title="Numbers">
          <DefinitionList items={numbersOf(transfer)} />
        </Panel>
        <SegmentsPanel read={segments} />
        <Panel title="What happened" description="What was done here, told by Astra, and seen.">
          <StoryList story={story} />
        </Panel>
      </div>
    </div>
  );
}

function numbersOf(transfer: FoundTransfer) {
  const { astraId, routineAstraId, batch, failureReason } = transfer;
  const reference = transfer.payment?.clientCorrelationId ?? transfer.clientCorrelationId;
  const numbers: [string, string | null | undefined][] = [
    ['Transfer at Astra', astraId],
    ['Routine at Astra', routineAstraId],
    ['Batch at Astra', batch?.astraId],
    ['Reference', reference],
    ['Failure reason', failureReason],
  ];
  return numbers.flatMap(([label, value]) =>
    value ? [{ label, value: <code>{value}</code> }] : [],
  );
}
