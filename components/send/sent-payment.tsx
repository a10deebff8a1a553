import type { Payment } from '@/lib/db/generated/client';
import { ButtonLink } from '../ui/button-link';
import { DefinitionList } from '../ui/definition-list';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import { Panel } from '../ui/panel';
import { sentWords } from './sent-words';

type Props = { payment: Payment };

/** In place of a form that has made its payment. Another one begins by a button, never by Back. */
export function SentPayment({ payment }: Props) {
  const { tone, title, text, offersAnother } = sentWords(payment.status);
  return (
    <div className="grid gap-6">
      <Notice
        tone={tone}
        title={title}
        action={
          <>
            <ButtonLink href={`/payments/${payment.id}`}>Show it</ButtonLink>
            {offersAnother && (
              <ButtonLink href="/send" variant="secondary">
                Send another
              </ButtonLink>
            )}
          </>
        }
      >
        {payment.refusal ?? text}
      </Notice>
      <Panel title={payment.name}>
        <div className="grid gap-5">
          {payment.amountCents !== null && <Money cents={Number(payment.amountCents)} size="xl" />}
          <DefinitionList
            items={[
              { label: 'From', value: payment.sourceLabel },
              { label: 'To', value: payment.destinationLabel },
            ]}
          />
        </div>
      </Panel>
    </div>
  );
}
