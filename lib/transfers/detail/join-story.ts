import type { AuditEvent, TransferStatusChange, WebhookEvent } from '@/lib/db/generated/client';

/** Something that happened to a transfer. */
export type StoryEvent = {
  at: Date;
  /** What somebody did here or Astra answered, an event that Astra sent, or a status that was seen. */
  kind: 'act' | 'event' | 'status';
  /** A sentence, or for a status its word. */
  text: string;
  /** The event's type, by Astra's name. */
  eventType?: string;
  /** What Astra's support asks for. */
  astraRequestId?: string;
};

type Parts = {
  acts: readonly Pick<AuditEvent, 'at' | 'detail' | 'astraRequestId'>[];
  events: readonly Pick<WebhookEvent, 'receivedAt' | 'webhookType' | 'outcome'>[];
  statuses: readonly Pick<TransferStatusChange, 'seenAt' | 'status'>[];
};

/**
 * Puts what happened into one order. Of what was written in the same instant, an act comes before
 * the event that it caused, and the event before the status that was seen because of it.
 */
export function joinStory({ acts, events, statuses }: Parts): StoryEvent[] {
  const all: StoryEvent[] = [
    ...acts.map(({ at, detail, astraRequestId }) => ({
      at,
      kind: 'act' as const,
      text: detail,
      ...(astraRequestId && { astraRequestId }),
    })),
    ...events.map(({ receivedAt, webhookType, outcome }) => ({
      at: receivedAt,
      kind: 'event' as const,
      text: outcome ?? 'Received, and not looked at yet.',
      eventType: webhookType,
    })),
    ...statuses.map(({ seenAt, status }) => ({
      at: seenAt,
      kind: 'status' as const,
      text: status,
    })),
  ];
  // Sorting keeps the order of what compares as equal.
  return all.toSorted((one, other) => one.at.getTime() - other.at.getTime());
}
