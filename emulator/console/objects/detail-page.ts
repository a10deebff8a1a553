import { consoleTime } from '../../clock/format';
import { type Markup, markup } from '../../server/markup';
import type { Reply } from '../../server/messages';
import type { Row } from '../../state/collection';
import type { DeliveryRow } from '../../state/rows-world';
import type { World } from '../../world';
import { deliveryBadge } from '../delivery-status';
import { listHref } from '../filters';
import { consolePage, copyable } from '../layout';
import type { LoggedRequest } from '../request-log';
import { statusBadge, statusTone } from '../status';
import { factsOf, type ObjectLink } from './facts';
import type { Kind, Related, Summary } from './kind';
import { indexed } from './kind';
import { actionForm, objectLine } from './line';
import { timeline } from './timeline';

const shownRelated = 10;

/** What a detail page looks up beside its own kind. */
export type Surroundings = {
  readonly world: World;
  readonly find: (id: string) => (ObjectLink & { readonly summary: Summary }) | undefined;
  readonly requestsAbout: (id: string, limit: number) => readonly LoggedRequest[];
};

/** Everything about one object that may be shown. */
export function objectPage<R extends Row>(
  { world, find, requestsAbout }: Surroundings,
  kind: Kind<R>,
  row: R,
): Reply {
  const summary = kind.summary(row, world);
  const href = `${kind.path}/${encodeURIComponent(row.id)}`;
  const history = kind.history(row);
  const actions = kind.actions.filter((action) => action.isPossible(row, world));
  const facts = [
    ...factsOf(row, kind.skip, (id) => (id === row.id ? undefined : find(id))),
    ...(kind.more?.(row, world) ?? []),
  ];
  const related = kind.related(row, world).filter(({ source }) => source.count > 0);
  const deliveries = indexed(world.store.deliveries, 'resource', row.id);
  const requests = requestsAbout(row.id, shownRelated);
  return consolePage({
    path: kind.nav,
    title: summary.title,
    live: [
      ...new Set([kind.collection, 'users', 'cards', 'accounts', 'routines', 'transfers']),
      'deliveries',
      'requests',
    ],
    body: markup`
<p class="back"><a href="${kind.path}">← ${kind.title}</a></p>
<div class="title"><h1>${summary.title}</h1>${summary.status !== null && statusBadge(summary.status)}</div>
<p class="object-id"><code>${row.id}</code>${copyable(row.id, 'Copy id')}</p>
${
  actions.length > 0 &&
  markup`<div class="actions">${actions.map((action) => actionForm(`${href}/${action.name}`, action.label, { isHarmful: action.isHarmful === true }))}</div>`
}
<div class="split"><section><h2>Details</h2>
<dl class="facts">${facts.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>
${history.length > 0 && markup`<section><h2>History</h2>${timeline(history)}</section>`}</div>
${related.map((group) => relatedSection(group, find))}
${deliveries.count > 0 && webhookSection(row.id, deliveries.newest(shownRelated), deliveries.count)}
${requests.length > 0 && requestSection(row.id, requests)}`,
  });
}

function relatedSection({ title, source, allHref }: Related, find: Surroundings['find']): Markup {
  const lines = source.newest(shownRelated).map(({ id }) => {
    const found = find(id);
    return found !== undefined && objectLine(found.href, found.summary);
  });
  return section(title, markup`<ul class="rows objects">${lines}</ul>`, source.count, allHref);
}

function webhookSection(id: string, rows: readonly DeliveryRow[], count: number): Markup {
  const list = listHref('/console/webhooks', { resource: id });
  const lines = rows.map(
    (
      row,
    ) => markup`<li><a href="${list}#w-${row.id}"><span class="row-main"><strong>${row.type}</strong><span class="soft">${row.attempts.length === 1 ? '1 attempt' : `${row.attempts.length} attempts`}</span></span>
<span class="row-side">${deliveryBadge(row.status)}<time>${consoleTime(row.createdMs)}</time></span></a></li>`,
  );
  return section('Webhooks about it', markup`<ul class="rows objects">${lines}</ul>`, count, list);
}

function requestSection(id: string, rows: readonly LoggedRequest[]): Markup {
  const list = listHref('/console/requests', { about: id });
  const lines = rows.map(
    (
      row,
    ) => markup`<li><a href="${list}#r-${row.id}"><span class="row-main"><strong class="path">${row.method} ${row.path}</strong></span>
<span class="row-side"><span class="badge ${statusTone(row.status)}">${row.status}</span><time>${consoleTime(row.atMs)}</time></span></a></li>`,
  );
  return section('Latest requests', markup`<ul class="rows objects">${lines}</ul>`, 0, list);
}

function section(title: string, body: Markup, count: number, allHref: string | undefined): Markup {
  const label = count > shownRelated ? `All ${count}` : 'Open list';
  return markup`<section><div class="section-head"><h2>${title}</h2>${allHref !== undefined && markup`<a href="${allHref}">${label}</a>`}</div>${body}</section>`;
}
