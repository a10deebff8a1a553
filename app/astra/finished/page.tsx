import type { Metadata } from 'next';
import { FinishInFrame } from '@/components/finish-in-frame';
import { UnfinishedTrip } from '@/components/unfinished-trip';
import { finishedQuery } from '@/lib/hosted/outcome';

export const metadata: Metadata = { title: 'Back from Astra' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a trip to Astra's pages ends, in the frame or in the whole tab. */
export default async function FinishedPage({ searchParams }: Props) {
  const { outcome, purpose } = finishedQuery.parse(await searchParams);
  const continueHref = purpose === 'link_card' ? '/cards/add' : '/onboarding';
  if (outcome === 'linked') {
    const doneHref = purpose === 'link_card' ? '/cards' : '/onboarding';
    return <FinishInFrame purpose={purpose} outcome="linked" continueHref={doneHref} />;
  }
  if (outcome === 'left') {
    return (
      <FinishInFrame purpose={purpose} outcome="left" continueHref={`${continueHref}?ended=left`} />
    );
  }
  return <UnfinishedTrip outcome={outcome} purpose={purpose} continueHref={continueHref} />;
}
