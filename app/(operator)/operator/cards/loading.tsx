import { ListLoading } from '@/components/operator/list-loading';

/** Holds the place of the cards while they are read. */
export default function LoadingCardsInReview() {
  return (
    <ListLoading
      title="Cards in review"
      lead="Cards that Astra has flagged or rejected. You decide in Astra’s dashboard, and this list follows."
    />
  );
}
