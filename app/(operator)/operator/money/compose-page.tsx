import { redirect } from 'next/navigation';
import { MoneyForm } from '@/components/operator/money-form';
import { Notice } from '@/components/ui/notice';
import { PageHeader } from '@/components/ui/page-header';
import { loadMoneyForm } from '@/lib/operator/money/load-money-form';

type ComposePageProps = {
  /** The form's key. A form that has made its payment leads to it, and never to a fresh form. */
  form: string;
  title: string;
  lead: string;
  to: 'account' | 'person';
  action: React.ComponentProps<typeof MoneyForm>['action'];
};

/** The page around the form for the program's money, whoever receives it. */
export async function ComposePage({ form, title, lead, to, action }: ComposePageProps) {
  const { sent, accounts, obstacle, typed } = await loadMoneyForm(form);
  if (sent) redirect(`/operator/money/${sent.id}`);
  return (
    <div className="mx-auto max-w-xl">
      <PageHeader
        title={title}
        lead={lead}
        back={{ href: '/operator/money', label: 'Program’s money' }}
      />
      {obstacle ? (
        <Notice tone="caution" title="Money cannot be moved now.">
          {obstacle}
        </Notice>
      ) : (
        // A new key is a new, empty form: what was typed for one payment can't slip into the next.
        <MoneyForm
          key={form}
          action={action}
          formKey={form}
          accounts={accounts}
          to={to}
          typed={typed}
        />
      )}
    </div>
  );
}
