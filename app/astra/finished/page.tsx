import type { Metadata } from 'next';
import { FinishInFrame } from '@/components/finish-in-frame';
import { UnfinishedTrip } from '@/components/unfinished-trip';
import { finishedQuery } from '@/lib/hosted/outcome';

export const metadata: Metadata = { title: 'Back from Astra' };

/** Where a trip began, and where it leads when it went well. */
const pagesOf = {
  authorize: { again: '/onboarding', done: '/onboarding' },
  link_card: { again: '/cards/add', done: '/cards' },
  verify_card: { again: '/cards', done: '/cards' },
  link_account: { again: '/accounts/add', done: '/accounts' },
} as const;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a trip to Astra's pages ends, in the frame or in the whole tab. */
export default async function FinishedPage({ searchParams }: Props) {
  const { outcome, purpose } = finishedQuery.parse(await searchParams);
  const { again: continueHref, done } = pagesOf[purpose];
  if (outcome === 'linked') {
    return <FinishInFrame purpose={purpose} outcome="linked" continueHref={done} />;
  }
  if (outcome === 'left') {
    return (
      <FinishInFrame purpose={purpose} outcome="left" continueHref={`${continueHref}?ended=left`} />
    );
  }
  return <UnfinishedTrip outcome={outcome} purpose={purpose} continueHref={continueHref} />;
}
