import type { OnboardingStep } from '@/lib/onboarding/onboarding-step';
import { ButtonLink } from './ui/button-link';
import { Notice } from './ui/notice';

const notices = {
  details: {
    tone: 'info',
    title: 'Tell us who you are to begin',
    text: 'Moving money needs a short identity check. It takes about two minutes.',
    action: 'Begin',
  },
  checking: {
    tone: 'info',
    title: 'Your details are being checked',
    text: 'This usually takes a few seconds.',
    action: 'Show',
  },
  authorize: {
    tone: 'info',
    title: 'One step left: connect to Astra',
    text: 'Astra moves the money for us and needs your consent.',
    action: 'Continue',
  },
  reauthorize: {
    tone: 'caution',
    title: 'Your connection to Astra has ended',
    text: 'Connect again to add cards and send money. Your cards and history are still here.',
    action: 'Connect again',
  },
  under_review: {
    tone: 'caution',
    title: 'Astra is reviewing your account',
    text: 'You can send money as soon as the review is over.',
    action: 'Show',
  },
  rejected: {
    tone: 'critical',
    title: 'Astra could not approve your account',
    text: 'Sending money is not possible.',
    action: 'What now?',
  },
  suspended: {
    tone: 'critical',
    title: 'Astra has suspended your account',
    text: 'Sending money is not possible.',
    action: 'What now?',
  },
} as const;

/** What stands between somebody and moving money, with the one button that goes on; else nothing. */
export function ConnectNotice({ step }: { step: OnboardingStep }) {
  if (step === 'done') return null;
  const { tone, title, text, action } = notices[step];
  return (
    <Notice
      tone={tone}
      title={title}
      action={
        <ButtonLink href="/onboarding" variant={tone === 'critical' ? 'secondary' : 'primary'}>
          {action}
        </ButtonLink>
      }
    >
      {text}
    </Notice>
  );
}
