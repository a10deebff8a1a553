import { consoleTime, duration } from '../../clock/format';
import { type Markup, markup } from '../../server/markup';
import type { History } from '../../state/rows';
import { statusWords, toneOf } from '../status';

/** Every status an object has had, the latest on top. */
export function timeline(history: History): Markup {
  const steps = history.map(({ status, atMs }, place) => {
    const before = history[place - 1];
    const wait =
      before === undefined ? 'at the beginning' : `after ${duration(atMs - before.atMs)}`;
    return markup`<li class="${toneOf(status)}"><strong>${statusWords(status)}</strong><time>${consoleTime(atMs)}</time><span class="soft">${wait}</span></li>`;
  });
  return markup`<ol class="timeline">${steps.toReversed()}</ol>`;
}
