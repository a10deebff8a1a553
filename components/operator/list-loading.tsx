import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { Skeleton } from '../ui/skeleton';

/** Holds the place of one of the operator's lists while it is read. */
export function ListLoading({ title, lead }: { title: string; lead: string }) {
  return (
    <>
      <PageHeader title={title} lead={lead} />
      <p role="status" className="sr-only">
        The list is loading.
      </p>
      <Panel>
        <div className="grid gap-6">
          {[1, 2, 3, 4].map((place) => (
            <Skeleton key={place} className="h-16 w-full" />
          ))}
        </div>
      </Panel>
    </>
  );
}
