import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

/**
 * Holds the place of the list. It stands in a folder of the list alone: a page that begins with
 * this could no longer answer 404 for an account that is not there.
 */
export default function LoadingAccounts() {
  return (
    <>
      <PageHeader
        title="Bank accounts"
        lead="Accounts that you have linked. You can send money from them, and to them."
      />
      <p role="status" className="sr-only">
        Loading your bank accounts
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        {[1, 2, 3, 4].map((place) => (
          <Skeleton key={place} className="h-44 w-full rounded-xl" />
        ))}
      </div>
    </>
  );
}
