import type { EndLabels } from '@/lib/transfers/label-ends';

/** From where to where money goes, in a line; nothing where neither is known here. */
export function EndsLine({ from, to }: EndLabels) {
  if (from === null && to === null) return null;
  return (
    <>
      <span className="sr-only">From </span>
      {from ?? 'Not known here'}
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> to </span>
      {to ?? 'Not known here'}
    </>
  );
}
