import type { ReactNode } from 'react';

type EmptyListProps = {
  /** When the list was last read at Astra; null when it never was. */
  read: { readAt: Date | null } | null;
  /** What is listed, in the middle of a sentence: "cards". */
  what: string;
  /** What is said once Astra has told us that there is nothing. */
  children: ReactNode;
};

/** In place of a list without items: before Astra has told us that there are none, nobody knows. */
export function EmptyList({ read, what, children }: EmptyListProps) {
  if (read?.readAt) return children;
  return (
    <p role="status" className="text-ink-muted">
      Asking Astra for your {what}. They appear here by themselves.
    </p>
  );
}
