import { consoleTime } from '../../clock/format';
import { type Markup, markup } from '../../server/markup';
import { statusBadge } from '../status';
import type { Summary } from './kind';

/** One object in a list: a link to its page, and perhaps a button. */
export function objectLine(href: string, summary: Summary, button: Markup | false = false): Markup {
  return markup`<li><a href="${href}"><span class="row-main"><strong>${summary.title}</strong><span class="soft">${summary.note}</span></span>
<span class="row-side">${summary.status !== null && statusBadge(summary.status)}${summary.atMs !== null && markup`<time>${consoleTime(summary.atMs)}</time>`}</span></a>${button}</li>`;
}

/** A button that changes something, as a form. */
export function actionForm(
  action: string,
  label: string,
  options: { readonly back?: string; readonly isHarmful?: boolean } = {},
): Markup {
  const { back, isHarmful } = options;
  return markup`<form method="post" action="${action}">${back !== undefined && markup`<input type="hidden" name="back" value="${back}">`}<button${isHarmful && markup` class="harmful"`}>${label}</button></form>`;
}
