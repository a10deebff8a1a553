import type { Metadata } from 'next';
import { OpenEventFilters } from '@/components/operator/open-event-filters';
import { OpenEvents } from '@/components/operator/open-events';
import { RetryReasons } from '@/components/operator/retry-reasons';
import { SilenceNotice } from '@/components/operator/silence-notice';
import { UntoldChanges } from '@/components/operator/untold-changes';
import { WebhookFigures } from '@/components/operator/webhook-figures';
import { webhooksLead } from '@/components/operator/webhook-words';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeader } from '@/components/ui/page-header';
import { Pager } from '@/components/ui/pager';
import { Panel } from '@/components/ui/panel';
import { requireOperator } from '@/lib/auth/operator';
import { findSilence, silenceRule } from '@/lib/operator/webhooks/find-silence';
import { listOpenEvents } from '@/lib/operator/webhooks/list-open-events';
import { listReasons } from '@/lib/operator/webhooks/list-reasons';
import { listUntoldChanges } from '@/lib/operator/webhooks/list-untold-changes';
import { openEventsHref, openEventsQuery } from '@/lib/operator/webhooks/open-events-query';
import { readWebhookHealth } from '@/lib/operator/webhooks/webhook-health';
import { submitRetryEvent, submitRetryReason } from './actions';

export const metadata: Metadata = { title: 'Webhooks' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function WebhooksPage({ searchParams }: Props) {
  await requireOperator();
  const query = openEventsQuery.parse(await searchParams);
  const [health, reasons, untold, open] = await Promise.all([
    readWebhookHealth(),
    listReasons(),
    listUntoldChanges(),
    listOpenEvents(query),
  ]);
  return (
    <>
      <PageHeader title="Webhooks" lead={webhooksLead} />
      <div className="grid gap-6">
        <SilenceNotice reason={findSilence(health)} />
        <Panel title="How they come" description={silenceRule}>
          <WebhookFigures health={health} />
        </Panel>
        {untold.length > 0 && (
          <Panel
            title="Found without a webhook"
            description="Changes that were read at Astra because nothing had been heard for a while. All of them are written down here."
          >
            <UntoldChanges changes={untold} />
          </Panel>
        )}
        {reasons.length > 0 && (
          <Panel title="Why events are not done">
            <RetryReasons reasons={reasons} retry={submitRetryReason} />
          </Panel>
        )}
        {open.items.length === 0 && !query.state && !query.reason ? (
          <EmptyState title="No event waits">
            One appears here while it waits for something, or when it was given up.
          </EmptyState>
        ) : (
          <Panel
            title="Events that are not done"
            description={query.reason && `Only: ${query.reason}`}
            actions={<OpenEventFilters query={query} />}
          >
            {open.items.length === 0 ? (
              <p className="text-ink-muted">None of these.</p>
            ) : (
              <OpenEvents events={open.items} retry={submitRetryEvent} />
            )}
          </Panel>
        )}
        <Pager
          label="Events that are not done"
          page={open.page}
          pages={open.pages}
          hrefOf={(page) => openEventsHref({ ...query, page })}
        />
      </div>
    </>
  );
}
