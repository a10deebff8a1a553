import { type Markup, markup } from '../../server/markup';
import type { Reply, Request } from '../../server/messages';
import type { Row } from '../../state/collection';
import type { World } from '../../world';
import { filterForm, pager, queryText } from '../filters';
import { consolePage, emptyState } from '../layout';
import { statusWords } from '../status';
import type { Kind, Source } from './kind';
import { listed } from './kind';
import { actionForm, objectLine } from './line';
import { scan, scanLimit } from './scan';

/** The newest objects of a kind, with what narrows the list down. */
export function objectList<R extends Row>(
  world: World,
  kind: Kind<R>,
  request: Request,
  tabs: Markup | false,
): Reply {
  const [text, status, before] = ['q', 'status', 'before'].map((name) => queryText(request, name));
  const fields = { q: text ?? '', status: status ?? '' };
  const known = text ? indexedBy(world, kind, text) : undefined;
  const isTextSearch = fields.q !== '' && known === undefined;
  const needles = isTextSearch ? fields.q.toLowerCase().split(/\s+/) : [];
  const matches = (row: R): boolean => {
    const summary = kind.summary(row, world);
    if (fields.status !== '' && summary.status !== fields.status) return false;
    return needles.length === 0 || holds(row, `${summary.title} ${summary.note}`, needles);
  };
  const rows = kind.rows(world);
  const source: Source<R> = known ?? {
    count: rows.size,
    newest: (limit, beforeId) => rows.all(limit, beforeId),
  };
  const isFiltered = isTextSearch || fields.status !== '';
  const part = scan(source, before || undefined, isFiltered ? matches : undefined);
  return consolePage({
    path: kind.nav,
    title: kind.title,
    live: [kind.collection, 'users'],
    body: markup`
<h1>${kind.title}</h1>
<p class="intro">${kind.intro}</p>
${tabs}
${filterForm(kind.path, [
  { name: 'q', label: 'Id or text', value: fields.q },
  ...(kind.statuses.length === 0
    ? []
    : [
        {
          name: 'status',
          label: 'Status',
          value: fields.status,
          options: kind.statuses.map((value) => [value, statusWords(value)] as const),
        },
      ]),
])}
${
  part.rows.length > 0
    ? markup`<ul class="rows objects">${part.rows.map((row) => rowLine(world, kind, row))}</ul>`
    : nothing(kind, rows.size, isFiltered || known !== undefined)
}
${isFiltered && part.isPartial && markup`<p class="soft">A filter looks through ${scanLimit} at a time, of ${source.count}: the older ones come next.</p>`}
${pager(kind.path, fields, { before: before ?? '', olderThan: part.olderThan })}`,
  });
}

/** The rows that an id or an index leads to, if any. */
function indexedBy<R extends Row>(
  world: World,
  kind: Kind<R>,
  text: string,
): Source<R> | undefined {
  const exact = kind.rows(world).get(text);
  if (exact !== undefined) return listed([exact]);
  return kind.lookUp(world, text).find(({ count }) => count > 0);
}

/** Whether every word stands somewhere in the row's own texts or in its line. */
function holds(row: Row, line: string, words: readonly string[]): boolean {
  const texts = Object.values(row).filter((value) => typeof value === 'string');
  const all = `${texts.join('\n')}\n${line}`.toLowerCase();
  return words.every((word) => all.includes(word));
}

function rowLine<R extends Row>(world: World, kind: Kind<R>, row: R): Markup {
  const href = `${kind.path}/${encodeURIComponent(row.id)}`;
  const quick = kind.actions.find((action) => action.isQuick && action.isPossible(row, world));
  return objectLine(
    href,
    kind.summary(row, world),
    quick !== undefined && actionForm(`${href}/${quick.name}`, quick.label, { back: kind.path }),
  );
}

function nothing<R extends Row>(kind: Kind<R>, size: number, isFiltered: boolean): Markup {
  return isFiltered && size > 0
    ? emptyState('Nothing fits', 'No object here has all that you are looking for.')
    : emptyState('None yet', kind.whenEmpty);
}
