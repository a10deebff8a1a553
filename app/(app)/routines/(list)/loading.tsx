import { routinesLead } from '@/components/routines/routine-words';
import { PageHeader } from '@/components/ui/page-header';
import { Skeleton } from '@/components/ui/skeleton';

/** Holds the place of the routines while they are read. */
export default function RoutinesLoading() {
  return (
    <div role="status" className="mx-auto max-w-2xl">
      <PageHeader title="Routines" lead={routinesLead} />
      <span className="sr-only">Your routines are loading.</span>
      <div className="grid gap-6">
        <Skeleton className="h-18 rounded-xl" />
        <Skeleton className="h-64 rounded-xl" />
      </div>
    </div>
  );
}
