import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { HostedStep } from '@/components/hosted-step';
import { CheckingPanel } from '@/components/onboarding/checking-panel';
import { DetailsForm } from '@/components/onboarding/details-form';
import { StepFocus } from '@/components/onboarding/step-focus';
import { StoppedPanel } from '@/components/onboarding/stopped-panel';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { Steps } from '@/components/ui/steps';
import { requireUser } from '@/lib/auth/current-user';
import { env } from '@/lib/env';
import { returnQuery } from '@/lib/hosted/outcome';
import { type OnboardingStep, onboardingStep } from '@/lib/onboarding/onboarding-step';
import { openAuthorization, submitDetails } from './actions';

export const metadata: Metadata = { title: 'Get set up' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OnboardingPage({ searchParams }: Props) {
  const user = await requireUser();
  const step = await onboardingStep(user.id);
  if (step === 'done') redirect('/cards');
  const { ended } = returnQuery.parse(await searchParams);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Get set up" />
      <div className="grid gap-6">
        <Steps steps={progress(step)} />
        <StepFocus step={step}>
          <Step step={step} email={user.email} ended={ended} />
        </StepFocus>
      </div>
    </div>
  );
}

type StepProps = { step: OnboardingStep; email: string; ended: 'left' | undefined };

function Step({ step, email, ended }: StepProps) {
  switch (step) {
    case 'details':
      return (
        <DetailsForm
          action={submitDetails}
          submissionKey={crypto.randomUUID()}
          email={email}
          offersExample={env().ASTRA_ENVIRONMENT !== 'production'}
        />
      );
    case 'checking':
      return <CheckingPanel />;
    case 'authorize':
    case 'reauthorize':
      return (
        <Panel title={step === 'authorize' ? 'Connect to Astra' : 'Connect to Astra again'}>
          <HostedStep
            purpose="authorize"
            action={openAuthorization}
            frameTitle="Astra: authorize and confirm your phone"
            returnOrigin={new URL(env().NEXTAUTH_URL).origin}
            button="Continue to Astra"
            ended={ended}
          >
            {step === 'authorize' ? (
              <p>
                Your details are checked. Astra moves the money for us, so it asks for your consent,
                confirms your phone with a text message, and lets you add a card.
              </p>
            ) : (
              <p>
                Your authorization has ended or was withdrawn. Confirm your phone with Astra once
                more; your cards and history are still here.
              </p>
            )}
          </HostedStep>
        </Panel>
      );
    default:
      return <StoppedPanel step={step} />;
  }
}

function progress(step: OnboardingStep) {
  const titles = ['Your details', 'Identity check', 'Connect to Astra'];
  const now = step === 'details' ? 0 : step === 'authorize' || step === 'reauthorize' ? 2 : 1;
  return titles.map((title, index) => ({
    title,
    state:
      index < now ? ('done' as const) : index === now ? ('current' as const) : ('todo' as const),
  }));
}
