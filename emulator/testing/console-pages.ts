import { type VisitedPage, visit } from './visitor';

/** A page of the console; `path` is what comes after `/console`. */
export function consoleVisit(emulator: { hostedUrl: string }, path: string): Promise<VisitedPage> {
  return visit(`${emulator.hostedUrl}/console${path}`);
}

/** Presses a button whose form posts to this path, as a program would. */
export function press(
  emulator: { hostedUrl: string },
  path: string,
  headers: Record<string, string> = {},
): Promise<VisitedPage> {
  return visit(`${emulator.hostedUrl}/console${path}`, { method: 'POST', headers });
}

/** What a page says, without its tags, with single spaces. */
export function pageText({ html }: VisitedPage): string {
  const body = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  return body
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
