import { Panel } from '../ui/panel';
import { Skeleton } from '../ui/skeleton';

/** Holds the place of the issued cards while the issuer is asked, which takes a moment. */
export function IssuedCardsLoading() {
  return (
    <Panel>
      <p role="status" className="sr-only">
        Your cards are being looked up.
      </p>
      <div className="grid gap-10">
        {[1, 2].map((place) => (
          <div key={place} className="grid gap-4">
            <Skeleton className="h-14 w-full" />
            <Skeleton className="h-11 w-32" />
          </div>
        ))}
      </div>
    </Panel>
  );
}
