'use client';

import { createContext, type ReactNode, useContext, useState } from 'react';
import { sessionMarkField } from '@/lib/auth/session-mark-field';

const Mark = createContext<string | null>(null);

/**
 * Remembers for which session this page was made. When somebody else signs in in another tab, a
 * refresh brings their mark, while what was typed here is still the first person's: the first stays.
 */
export function SessionMark({ mark, children }: { mark: string | null; children: ReactNode }) {
  const [first] = useState(mark);
  return <Mark value={first}>{children}</Mark>;
}

/** The mark of this page; `''`, which our server refuses, outside of the signed-in pages. */
export function useSessionMark(): string {
  return useContext(Mark) ?? '';
}

/** Belongs into every form: a server action refuses what was typed under another session. */
export function SessionMarkField() {
  return <input type="hidden" name={sessionMarkField} value={useSessionMark()} />;
}
