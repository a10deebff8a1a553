import { consoleTime } from '../../clock/format';
import { type Markup, markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { Addresses, ConsoleContext } from '../context';
import { curlOf } from '../curl';
import { filterForm, queryText } from '../filters';
import { consolePage, copyable, emptyState } from '../layout';
import type { Objects } from '../objects/objects';
import { isAbout, keptRequests, type LoggedRequest } from '../request-log';
import { statusTone } from '../status';

const shownRequests = 100;
/** How much of a request is looked through for ids, and how many are shown. */
const searchedCharacters = 4_000;
const shownObjects = 6;

const statusGroups = [
  ['2', '2xx: done'],
  ['3', '3xx: sent on'],
  ['4', '4xx: refused'],
  ['5', '5xx: failed'],
] as const;

/** The latest calls, without their secrets. */
export function requestsPage({ requests, addresses }: ConsoleContext, objects: Objects): Handler {
  return (request) => {
    const [path, status, about] = [
      queryText(request, 'path'),
      queryText(request, 'status'),
      queryText(request, 'about'),
    ];
    const matching = requests
      .latest()
      .filter(
        (row) =>
          `${row.method} ${row.target}`.toLowerCase().includes(path.toLowerCase()) &&
          `${row.status}`.startsWith(status) &&
          (about === '' || isAbout(row, about)),
      );
    const rows = matching.slice(0, shownRequests);
    return consolePage({
      path: '/console/requests',
      title: 'Requests',
      live: ['requests'],
      body: markup`
<h1>Requests</h1>
<p class="intro">Newest first. Secrets are blacked out before they are recorded.</p>
${filterForm('/console/requests', [
  { name: 'path', label: 'Path', value: path },
  { name: 'status', label: 'Status', value: status, options: statusGroups },
  { name: 'about', label: 'Id of a user or object', value: about },
])}
${
  rows.length > 0
    ? markup`<ul class="log">${rows.map((row) => requestRow(row, addresses(), objects))}</ul>`
    : nothing(path + status + about !== '')
}
<p class="soft">${rows.length} shown, of ${matching.length} that fit among the latest ${keptRequests}. Older ones are forgotten, and a restart forgets all.</p>`,
    });
  };
}

function requestRow(row: LoggedRequest, addresses: Addresses, objects: Objects): Markup {
  const baseUrls = {
    api: addresses.apiUrl,
    secure: addresses.secureUrl,
    hosted: addresses.hostedUrl,
  };
  const curl = curlOf(row, baseUrls[row.site]);
  const links = objectLinks(row, objects);
  return markup`<li><details id="r-${row.id}"><summary>
<span class="badge ${statusTone(row.status)}">${row.status}</span>
<span class="method">${row.method}</span>
<span class="path">${row.path}</span>${row.notes.map((note) => markup`<span class="badge is-warn">${note}</span>`)}
<span class="soft when">${row.site} · ${row.durationMs} ms · ${consoleTime(row.atMs)}</span>
</summary>
<dl class="facts"><div><dt>Request id</dt><dd><code>${row.id}</code></dd></div>${links.length > 0 && markup`<div><dt>About</dt><dd class="links">${links}</dd></div>`}${row.query !== '' && markup`<div><dt>Query</dt><dd>${row.query}</dd></div>`}${Object.entries(row.headers).map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<div class="code-head"><h3>As curl</h3>${copyable(curl, 'Copy curl')}</div><pre class="code wrap">${curl}</pre>
${row.requestBody !== '' && markup`<h3>Request</h3><pre class="code">${pretty(row.requestBody)}</pre>`}
${row.responseBody !== '' && markup`<h3>Answer</h3><pre class="code">${pretty(row.responseBody)}</pre>`}
</details></li>`;
}

/** Links to the user that it was made for, and to whatever it names. */
function objectLinks(row: LoggedRequest, { find }: Objects): Markup[] {
  const text = `${row.target}\n${row.requestBody}\n${row.responseBody}`;
  const words = text.slice(0, searchedCharacters).match(/[\w-]{16,}/g) ?? [];
  const links: Markup[] = [];
  for (const id of new Set([row.userId ?? '', ...words])) {
    const found = find(id);
    if (found !== undefined) links.push(markup`<a href="${found.href}">${found.title}</a>`);
    if (links.length === shownObjects) break;
  }
  return links;
}

function nothing(isFiltered: boolean): Markup {
  return isFiltered
    ? emptyState('Nothing fits', 'None of the requests that are remembered is like that.')
    : emptyState('No requests yet', 'Calls to the API and visits to the hosted pages appear here.');
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
