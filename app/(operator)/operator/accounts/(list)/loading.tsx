import { ListLoading } from '@/components/operator/list-loading';

/** Stands in a folder of the list alone, so that the pages of single accounts can answer 404. */
export default function LoadingHeldAccounts() {
  return (
    <ListLoading
      title="Held accounts"
      lead="Accounts that people added by their numbers. No bank tells Astra what is in them, so Astra asks us."
    />
  );
}
