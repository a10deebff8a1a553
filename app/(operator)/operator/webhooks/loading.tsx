import { ListLoading } from '@/components/operator/list-loading';
import { webhooksLead } from '@/components/operator/webhook-words';

/** Holds the place of the events while they are read. */
export default function LoadingWebhooks() {
  return <ListLoading title="Webhooks" lead={webhooksLead} />;
}
