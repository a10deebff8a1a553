import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

/**
 * Holds the place of the list. It stands in a folder of the list alone: a page that begins with
 * this could no longer answer 404 for a transfer that is not there.
 */
export default function LoadingTransfers() {
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title="Activity" />
      <p role="status" className="sr-only">
        Loading your activity
      </p>
      <div className="grid gap-6">
        {[1, 2, 3].map((place) => (
          <Skeleton key={place} className="h-44 w-full rounded-xl" />
        ))}
      </div>
    </div>
  );
}
