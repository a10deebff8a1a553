import { type Markup, markup } from '../server/markup';
import type { DeliveryRow } from '../state/rows-world';

/** Every status of a delivery, in its colour and in words. */
export const deliveryStatuses: Readonly<
  Record<DeliveryRow['status'], readonly [tone: string, text: string]>
> = {
  waiting: ['is-warn', 'Waiting'],
  sending: ['is-plain', 'Sending'],
  delivered: ['is-good', 'Delivered'],
  gave_up: ['is-bad', 'Gave up'],
  dropped: ['is-warn', 'Dropped'],
};

/** A delivery's status in its colour. */
export function deliveryBadge(status: DeliveryRow['status']): Markup {
  const [tone, text] = deliveryStatuses[status];
  return markup`<span class="badge ${tone}">${text}</span>`;
}
