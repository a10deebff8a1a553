import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

/** Holds the place of the cards while they are read. */
export default function CardsLoading() {
  return (
    <div role="status">
      <PageHeader title="Cards" lead="The debit cards that you can send from and to." />
      <span className="sr-only">Your cards are loading.</span>
      <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {['first', 'second', 'third'].map((place) => (
          <Skeleton key={place} className="aspect-[1.586] w-full max-w-84 rounded-xl" />
        ))}
      </div>
    </div>
  );
}
