import { ArrowRight, LockKeyhole, RadioTower, ShieldCheck } from 'lucide-react';
import { brand } from '@/lib/brand';
import { PaymentCard } from './payment-card';
import { ButtonLink } from './ui/button-link';
import { Logo } from './ui/logo';
import { Petals } from './ui/petals';

const promises = [
  {
    icon: ShieldCheck,
    title: 'Your card number stays with Astra',
    text: 'It goes from your browser straight to Astra. Our servers never see it whole.',
  },
  {
    icon: RadioTower,
    title: 'You see it arrive',
    text: 'Every transfer has a page that follows the money and tells you when it landed.',
  },
  {
    icon: LockKeyhole,
    title: 'Sent once, never twice',
    text: 'However often you click, one payment is one payment.',
  },
];

/** The front page, for people who are not signed in. */
export function Landing() {
  return (
    <div className="relative isolate flex min-h-dvh flex-col overflow-hidden">
      <Petals className="absolute -top-48 -right-56 -z-10 size-[42rem] text-accent/12 sm:size-[60rem]" />
      <header className="mx-auto flex w-full max-w-5xl items-center justify-between px-4 py-5 sm:px-6">
        <Logo />
        <ButtonLink href="/sign-in" variant="secondary">
          Sign in
        </ButtonLink>
      </header>
      <main
        id="main"
        className="mx-auto grid w-full max-w-5xl flex-1 content-center gap-14 px-4 py-12 sm:px-6"
      >
        <div className="grid items-center gap-12 md:grid-cols-[1.2fr_1fr]">
          <div className="grid justify-items-start gap-6">
            <h1 className="text-5xl font-semibold text-balance sm:text-6xl">{brand.tagline}</h1>
            <p className="max-w-lg text-lg text-pretty text-ink-muted">
              Link the debit cards and bank accounts you have, choose an amount, and see it arrive.
              From card to card that takes seconds, at any hour.
            </p>
            <ButtonLink href="/sign-in" size="lg">
              Get started <ArrowRight aria-hidden="true" className="size-5" />
            </ButtonLink>
          </div>
          <div aria-hidden="true" className="grid justify-items-center">
            <div className="w-full max-w-72 -rotate-6">
              <PaymentCard brand="visa" lastFour="5556" expires="11/29" />
            </div>
            <div className="-mt-28 w-full max-w-72 translate-x-8 rotate-3">
              <PaymentCard brand="mastercard" lastFour="5101" expires="04/30" />
            </div>
          </div>
        </div>
        <ul className="grid gap-6 border-t border-line pt-8 sm:grid-cols-3">
          {promises.map(({ icon: Icon, title, text }) => (
            <li key={title} className="grid content-start gap-2">
              <Icon aria-hidden="true" className="size-6 text-accent" />
              <h2 className="font-semibold">{title}</h2>
              <p className="text-sm text-pretty text-ink-muted">{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </div>
  );
}
