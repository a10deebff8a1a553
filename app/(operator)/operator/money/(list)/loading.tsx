import { ListLoading } from '@/components/operator/list-loading';

/** Stands in a folder of the list alone, so that the pages of single payments can answer 404. */
export default function LoadingProgramMoney() {
  return (
    <ListLoading
      title="Program’s money"
      lead="The settlement accounts that Astra keeps for the program, and what operators sent from them."
    />
  );
}
