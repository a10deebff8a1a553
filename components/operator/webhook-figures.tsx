import { countedUpTo } from '@/lib/operator/webhooks/counted-up-to';
import type { WebhookHealth } from '@/lib/operator/webhooks/webhook-health';
import { DateTime } from '../ui/date-time';
import { DefinitionList } from '../ui/definition-list';

/** How Astra's webhooks have been doing, in figures. */
export function WebhookFigures({ health }: { health: WebhookHealth }) {
  return (
    <DefinitionList
      items={[
        {
          label: 'Last webhook',
          value: health.lastAt ? <DateTime at={health.lastAt} /> : 'None yet',
        },
        { label: 'Done in the last 24 hours', value: counted(health.done) },
        { label: 'Waiting', value: counted(health.waiting) },
        { label: 'Given up', value: counted(health.parked) },
        {
          label: 'Changes in the last 24 hours that no webhook told of',
          value: counted(health.untold),
        },
      ]}
    />
  );
}

function counted(number: number): string {
  const shown = number.toLocaleString('en-US');
  return number < countedUpTo ? shown : `${shown} or more`;
}
