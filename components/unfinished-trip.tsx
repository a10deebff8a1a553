import { brand } from '@/lib/brand';
import type { HostedOutcome } from '@/lib/hosted/outcome';
import { ErrorPage } from './error-page';
import { LeaveFrameLink } from './leave-frame-link';

type Unfinished = Exclude<HostedOutcome, 'linked' | 'left'>;

const sentences: Readonly<Record<Unfinished, { title: string; body: string }>> = {
  bad_state: {
    title: 'This step can’t be finished here',
    body: 'The link back from Astra was used already, is too old, or belongs to another sign-in. Nothing was connected by it. If you have just finished, you are done; otherwise start the step again.',
  },
  code_refused: {
    title: 'Astra did not confirm this',
    body: 'Astra’s confirmation was too old or used already. Nothing was stored. Start the step again; it only takes a minute.',
  },
  no_answer: {
    title: 'Astra did not answer',
    body: 'We could not finish connecting you. Nothing was stored. Wait a minute, then start the step again.',
  },
  other_person: {
    title: 'This Astra account belongs to another sign-in',
    body: `It is connected to another person here, or is not the one that you connected before. Use your own mobile number at Astra, or write to ${brand.supportEmail}.`,
  },
  signed_out: {
    title: 'You are signed out',
    body: 'Your session ended while you were with Astra. Sign in again and repeat the step; nothing is lost.',
  },
  failed: {
    title: 'Astra could not finish this',
    body: 'Something went wrong on the way back. Nothing was connected. Start the step again.',
  },
};

type Props = { outcome: Unfinished; purpose: string; continueHref: string };

/** Says why a trip to Astra's pages came to nothing, and what to do. */
export function UnfinishedTrip({ outcome, purpose, continueHref }: Props) {
  const { title, body } = sentences[outcome];
  return (
    <ErrorPage
      title={title}
      body={body}
      action={
        <LeaveFrameLink
          purpose={purpose}
          href={outcome === 'signed_out' ? '/sign-in' : continueHref}
        >
          {outcome === 'signed_out' ? 'Sign in' : 'Start again'}
        </LeaveFrameLink>
      }
    />
  );
}
