import type { SentByOperator } from '@/lib/operator/money/sent-by-operators';
import { Money } from '../ui/money';

type Facts = Pick<SentByOperator, 'payeeEmail' | 'customerFeeCents' | 'astraFeeCents'>;

/** What only operators see of a payment, beside its ends: whose address is paid, and both fees. */
export function programItems({ payeeEmail, customerFeeCents, astraFeeCents }: Facts) {
  return [
    ...(payeeEmail ? [{ label: 'Their e-mail address', value: payeeEmail }] : []),
    ...(customerFeeCents === null
      ? []
      : [{ label: 'Our fee', value: <Money cents={Number(customerFeeCents)} /> }]),
    {
      label: 'Astra’s fee',
      value:
        astraFeeCents === null ? 'Not told beforehand' : <Money cents={Number(astraFeeCents)} />,
    },
  ];
}
