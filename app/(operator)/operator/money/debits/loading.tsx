import { ListLoading } from '@/components/operator/list-loading';
import { debitsLead } from '@/components/operator/money-words';

/** Holds the place of the daily debits while they are read. */
export default function LoadingDailyDebits() {
  return <ListLoading title="Daily debits" lead={debitsLead} />;
}
