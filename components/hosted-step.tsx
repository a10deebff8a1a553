'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useActionState, useState } from 'react';
import type { HostedPurpose } from '@/lib/hosted/outcome';
import type { FormState } from '@/lib/http/form-state';
import { AstraFrame, type FrameOutcome } from './astra-frame';
import { SessionMarkField } from './session-mark';
import { FormError } from './ui/form-error';
import { Notice } from './ui/notice';
import { SubmitButton } from './ui/submit-button';
import { takeFocus } from './ui/take-focus';

type Hosted = FormState<{ url: string }>;

/** What holds after somebody has left: at Astra, a part may have been done by then. */
const afterLeaving: Readonly<Record<HostedPurpose, string>> = {
  authorize: 'Nothing was changed.',
  link_card: 'Cards that you had added by then are in your list.',
  verify_card: 'The card is still under review. You can try again, or add another card.',
  link_account: 'Accounts that you had linked by then are in your list.',
};

/** One of several ways to begin. Its name and value reach the action like a field's. */
export type TripButton = { label: string; name: string; value: string };

type Unfinished = Exclude<FrameOutcome, 'linked'>;

type HostedStepProps = {
  purpose: HostedPurpose;
  /** Opens a trip to one of Astra's pages. */
  action: (previous: Hosted, form: FormData) => Promise<Hosted>;
  frameTitle: string;
  returnOrigin: string;
  /** What to press; the first of several is the usual way. */
  button: string | readonly TripButton[];
  /** Where to go when it went well; without it the page re-reads itself. */
  doneHref?: string;
  /** How the last trip ended, when it was made in the whole tab. */
  ended?: Unfinished | undefined;
  /** What is about to happen, in words. */
  children: ReactNode;
};

/**
 * Explains a step that happens on Astra's pages, and opens them in a frame when asked to. A trip
 * that ends without success leads back to the explanation, from where another can start.
 */
export function HostedStep(props: HostedStepProps) {
  const [trip, setTrip] = useState<{ number: number; ended: Unfinished | null }>({
    number: 0,
    ended: props.ended ?? null,
  });
  const again = (ended: Unfinished) => setTrip(({ number }) => ({ number: number + 1, ended }));
  return <Trip key={trip.number} {...props} lastEnded={trip.ended} onUnfinished={again} />;
}

type TripProps = HostedStepProps & {
  lastEnded: Unfinished | null;
  onUnfinished: (outcome: Unfinished) => void;
};

function Trip(props: TripProps) {
  const { action, frameTitle, returnOrigin, button, doneHref, children } = props;
  const router = useRouter();
  const [state, submit] = useActionState<Hosted, FormData>(action, { status: 'idle' });

  function finish(outcome: FrameOutcome) {
    if (outcome !== 'linked') props.onUnfinished(outcome);
    else if (doneHref) router.push(doneHref);
    else router.refresh();
  }

  if (state.status === 'done') {
    return (
      <AstraFrame
        src={state.result.url}
        title={frameTitle}
        returnOrigin={returnOrigin}
        onFinished={({ outcome }) => finish(outcome)}
      />
    );
  }
  return (
    // The trip is opened by a button and not with the page, so that no link elsewhere can start one.
    <form action={submit} className="grid gap-5">
      <SessionMarkField />
      {props.lastEnded && (
        <div ref={takeFocus} tabIndex={-1} className="rounded-lg outline-offset-2">
          <EndNotice ended={props.lastEnded} purpose={props.purpose} />
        </div>
      )}
      {state.status === 'error' && <FormError key={state.attempt} message={state.message} />}
      <div className="text-pretty text-ink-muted">{children}</div>
      <TripButtons button={button} />
    </form>
  );
}

function EndNotice({ ended, purpose }: { ended: Unfinished; purpose: HostedPurpose }) {
  if (ended === 'left') {
    return <Notice title={`You left before it was finished. ${afterLeaving[purpose]}`} />;
  }
  return <Notice tone="caution" title="That did not go through. You can start again now." />;
}

function TripButtons({ button }: Pick<HostedStepProps, 'button'>) {
  const buttons = typeof button === 'string' ? [{ label: button }] : button;
  return (
    <div className="flex flex-wrap gap-3">
      {buttons.map(({ label, ...field }, index) => (
        <SubmitButton
          key={label}
          {...field}
          variant={index === 0 ? 'primary' : 'secondary'}
          size="lg"
          pendingLabel="Opening…"
        >
          {label}
        </SubmitButton>
      ))}
    </div>
  );
}
