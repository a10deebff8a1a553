import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { HostedStep } from '@/components/hosted-step';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { WayLinks } from '@/components/way-links';
import { requireUser } from '@/lib/auth/current-user';
import { env } from '@/lib/env';
import { returnQuery } from '@/lib/hosted/outcome';
import { onboardingStep } from '@/lib/onboarding/onboarding-step';
import { openLinkAccount } from '../actions';
import { ways } from './ways';

export const metadata: Metadata = { title: 'Link a bank account' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddAccountPage({ searchParams }: Props) {
  const user = await requireUser();
  if ((await onboardingStep(user.id)) !== 'done') redirect('/onboarding');
  const { ended } = returnQuery.parse(await searchParams);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader
        title="Link a bank account"
        back={{ href: '/accounts', label: 'Bank accounts' }}
      />
      <div className="grid gap-6">
        <Panel title="Sign in to your bank with Astra">
          <HostedStep
            purpose="link_account"
            action={openLinkAccount}
            frameTitle="Astra: link a bank account"
            returnOrigin={new URL(env().NEXTAUTH_URL).origin}
            button="Continue to Astra"
            doneHref="/accounts"
            ended={ended}
          >
            <p>
              Astra confirms your phone with a text message, then lets you sign in to your bank and
              choose the accounts. Your password and account numbers go to Astra alone.
            </p>
          </HostedStep>
        </Panel>
        <WayLinks label="Other ways to link an account" ways={ways()} />
      </div>
    </div>
  );
}
