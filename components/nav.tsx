'use client';

import { CalendarClock, CreditCard, House, Landmark, ReceiptText, Send } from 'lucide-react';
import { SectionNav } from './ui/section-nav';

const sections = [
  { href: '/home', label: 'Home', icon: House },
  { href: '/cards', label: 'Cards', icon: CreditCard },
  { href: '/accounts', label: 'Banks', icon: Landmark },
  { href: '/send', label: 'Send', icon: Send },
  { href: '/routines', label: 'Routines', icon: CalendarClock },
  { href: '/transfers', also: '/payments', label: 'Activity', icon: ReceiptText },
] as const;

/** The sections of a person's own pages. */
export function Nav() {
  return <SectionNav label="Main" sections={sections} />;
}
