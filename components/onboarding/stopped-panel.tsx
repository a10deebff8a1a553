import { brand } from '@/lib/brand';
import type { OnboardingStep } from '@/lib/onboarding/onboarding-step';
import { Notice } from '../ui/notice';

const sentences: Partial<Record<OnboardingStep, { title: string; text: string }>> = {
  rejected: {
    title: 'Astra could not approve your account',
    text: 'Astra does not tell us the reason. If you think that it is a mistake, write to us and we will ask.',
  },
  suspended: {
    title: 'Astra has suspended your account',
    text: 'Payments are closed for now. Write to us, and we will find out with Astra what can be done.',
  },
  under_review: {
    title: 'Astra is reviewing your account',
    text: 'You are connected, and nothing is left for you to do. This page changes by itself when the review is over.',
  },
};

/** Where there is nothing to press: says why, and whom to ask. */
export function StoppedPanel({ step }: { step: OnboardingStep }) {
  const sentence = sentences[step];
  if (!sentence) return null;
  return (
    <Notice
      tone={step === 'under_review' ? 'info' : 'critical'}
      title={sentence.title}
      isHeading
      action={
        <a href={`mailto:${brand.supportEmail}`} className="underline underline-offset-4">
          {brand.supportEmail}
        </a>
      }
    >
      {sentence.text}
    </Notice>
  );
}
