import { ListLoading } from '@/components/operator/list-loading';

/** Holds the place of the changes while they are read. */
export default function LoadingImpossibleChanges() {
  return (
    <ListLoading
      title="Impossible changes"
      lead="What Astra showed although it cannot follow on what was known. Nothing was changed here because of it, except that a routine that was gone is back: ask Astra what happened."
    />
  );
}
