import { BadgeCheck } from 'lucide-react';
import { brand } from '@/lib/brand';
import type { Sender } from '@/lib/transfers/received/show-received';

/**
 * Who sent something. The program's own payments have a mark that stands beside the name: whatever
 * somebody is called, a person's name is text alone.
 */
export function SenderName({ sender }: { sender: Sender }) {
  if (sender.kind === 'person') return sender.name;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      {brand.name}
      <span className="inline-flex items-center gap-1 rounded-full bg-accent-soft px-2 py-0.5 text-xs font-medium whitespace-nowrap text-accent">
        <BadgeCheck aria-hidden="true" className="size-3.5" /> Official
      </span>
    </span>
  );
}

/** The same in a line of text. */
export function senderWords(sender: Sender): string {
  return sender.kind === 'program' ? brand.name : sender.name;
}
