import type { BankLink } from '@/lib/bank-link/find-bank-link';
import type { LinkResult } from '@/lib/bank-link/results';
import { ButtonLink } from '../ui/button-link';
import { Notice } from '../ui/notice';
import { LinkResults } from './link-results';

const startAgain = { href: '/accounts/add/bank', label: 'Start again' };
const linkMore = { href: '/accounts/add/bank', label: 'Link more' };
const showAccounts = { href: '/accounts', label: 'Show your accounts' };

const endings = {
  checking: {
    tone: 'info',
    title: 'We are adding your accounts',
    text: 'This takes a few seconds. The page changes by itself, and you may leave it: nothing is lost.',
    actions: [],
  },
  left: {
    tone: 'info',
    title: 'You left your bank before it was finished',
    text: 'Nothing was linked.',
    actions: [startAgain],
  },
  failed: {
    tone: 'critical',
    title: 'Your bank could not be linked',
    text: 'We could not learn for sure which accounts you chose: for example, because the bank’s page was opened more than once. An account that was linked all the same shows in your accounts. Start again and finish in one visit, or choose another way.',
    actions: [startAgain, { href: '/accounts/add', label: 'Other ways' }],
  },
  interrupted: {
    tone: 'caution',
    title: 'This was interrupted half-way',
    text: 'Some of the accounts may be linked already. Look at your accounts first; link those that are missing there once more.',
    actions: [showAccounts, startAgain],
  },
  needs_authorization: {
    tone: 'caution',
    title: 'Connect to Astra again first',
    text: 'Your connection to Astra ended meanwhile, so nothing was linked. Connect again, then link your bank once more.',
    actions: [{ href: '/onboarding', label: 'Connect again' }],
  },
} as const;

/** Says how a trip to the bank ended, and what to do next. */
export function LinkOutcome({ link: { outcome, results } }: { link: BankLink }) {
  const { tone, title, text, actions } =
    outcome === 'done' ? doneEnding(results) : endings[outcome];
  return (
    <div className="grid gap-6">
      <Notice
        isHeading
        tone={tone}
        title={title}
        action={
          actions.length > 0 &&
          actions.map(({ href, label }, index) => (
            <ButtonLink key={href} href={href} variant={index === 0 ? 'primary' : 'secondary'}>
              {label}
            </ButtonLink>
          ))
        }
      >
        {text}
      </Notice>
      {results.length > 0 && <LinkResults results={results} />}
    </div>
  );
}

function doneEnding(results: readonly LinkResult[]) {
  const has = (outcome: LinkResult['outcome']) => results.some((one) => one.outcome === outcome);
  const actions = [showAccounts, linkMore];
  if (has('unknown')) {
    const title = 'We are checking one more thing';
    const text =
      'Astra did not answer for every account. Those that it has show in your accounts within a minute.';
    return { tone: 'caution', title, text, actions } as const;
  }
  if (has('refused')) {
    const isAnyLinked = has('added') || has('existing');
    const title = isAnyLinked ? 'Not every account is linked' : 'No account was linked';
    return { tone: 'caution', title, text: 'Below is what became of each.', actions } as const;
  }
  if (!has('added')) {
    const title = 'You had linked this already';
    return { tone: 'info', title, text: 'Nothing was changed.', actions } as const;
  }
  const text = 'Astra asks the bank for the balance from now on.';
  return { tone: 'positive', title: 'Your bank is linked', text, actions } as const;
}
