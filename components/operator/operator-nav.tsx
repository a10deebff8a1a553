'use client';

import { CreditCard, HandCoins, Landmark, TriangleAlert, Webhook } from 'lucide-react';
import { SectionNav } from '../ui/section-nav';

const sections = [
  { href: '/operator/cards', label: 'Cards in review', icon: CreditCard },
  { href: '/operator/accounts', label: 'Held accounts', icon: Landmark },
  { href: '/operator/money', label: 'Money', icon: HandCoins },
  { href: '/operator/webhooks', label: 'Webhooks', icon: Webhook },
  { href: '/operator/impossible-changes', label: 'Impossible changes', icon: TriangleAlert },
] as const;

/** The sections of the operator's pages. */
export function OperatorNav() {
  return <SectionNav label="Operator" sections={sections} />;
}
