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
import { openLinkCard } from './actions';
import { ways } from './ways';

export const metadata: Metadata = { title: 'Add a card' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function AddCardPage({ searchParams }: Props) {
  const user = await requireUser();
  if ((await onboardingStep(user.id)) !== 'done') redirect('/onboarding');
  const { ended } = returnQuery.parse(await searchParams);
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Add a card" back={{ href: '/cards', label: 'Cards' }} />
      <div className="grid gap-8">
        <Panel title="Add a debit card with Astra">
          <HostedStep
            purpose="link_card"
            action={openLinkCard}
            frameTitle="Astra: add debit cards"
            returnOrigin={new URL(env().NEXTAUTH_URL).origin}
            button={[
              { label: 'Add one card', name: 'cards', value: 'one' },
              { label: 'Add several cards', name: 'cards', value: 'several' },
            ]}
            doneHref="/cards"
            ended={ended}
          >
            <p>
              Astra confirms your phone with a text message, then asks for the card. The number goes
              to Astra alone; we learn its last four digits.
            </p>
          </HostedStep>
        </Panel>
        <WayLinks label="Other ways to add a card" ways={ways()} />
      </div>
    </div>
  );
}
