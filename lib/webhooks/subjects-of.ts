import type { TaskPayload } from '@/lib/jobs/tasks';
import { isFoundById, resourceOf } from './resource-of';

/** What an event in the inbox says of what to look at. */
export type EventSubject = { type: string; resourceId: string; astraUserId: string | null };

/** What these events make us look at, each once. */
export function subjectsOf(events: readonly EventSubject[]): TaskPayload<'sync_resource'>[] {
  const subjects = events.flatMap(({ type, resourceId, astraUserId }) => {
    const resource = resourceOf(type);
    if (!resource) return [];
    return [{ resource, resourceId, astraUserId: isFoundById(resource) ? null : astraUserId }];
  });
  return [...new Map(subjects.map((subject) => [JSON.stringify(subject), subject])).values()];
}
