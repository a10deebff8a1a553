import { consoleTime } from '../../clock/format';
import { type Markup, markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { ConsoleContext } from '../context';
import { consolePage, emptyState } from '../layout';
import type { LoggedRequest } from '../request-log';

const shownRequests = 100;

/** The latest calls, without their secrets. */
export function requestsPage({ requests }: ConsoleContext): Handler {
  return () => {
    const rows = requests.latest().slice(0, shownRequests);
    return consolePage({
      path: '/console/requests',
      title: 'Requests',
      live: ['requests'],
      body: markup`
<h1>Requests</h1>
<p class="intro">The latest ${shownRequests} calls, newest first. Secrets are blacked out before they are recorded.</p>
${
  rows.length === 0
    ? emptyState('No requests yet', 'Calls to the API and visits to the hosted pages appear here.')
    : markup`<ul class="log">${rows.map(requestRow)}</ul>`
}`,
    });
  };
}

function requestRow(row: LoggedRequest): Markup {
  return markup`<li><details id="r-${row.id}"><summary>
<span class="badge ${statusTone(row.status)}">${row.status}</span>
<span class="method">${row.method}</span>
<span class="path">${row.path}</span>${row.notes.map((note) => markup`<span class="badge is-warn">${note}</span>`)}
<span class="soft when">${row.site} · ${row.durationMs} ms · ${consoleTime(row.atMs)}</span>
</summary>
<dl class="facts"><div><dt>Request id</dt><dd><code>${row.id}</code></dd></div>${row.query !== '' && markup`<div><dt>Query</dt><dd>${row.query}</dd></div>`}${Object.entries(row.headers).map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
${row.requestBody !== '' && markup`<h3>Request</h3><pre class="code">${pretty(row.requestBody)}</pre>`}
${row.responseBody !== '' && markup`<h3>Answer</h3><pre class="code">${pretty(row.responseBody)}</pre>`}
</details></li>`;
}

/** The colour of an HTTP status. */
export function statusTone(status: number | null): string {
  if (status === null || status >= 500) return 'is-bad';
  if (status >= 400) return 'is-warn';
  return status >= 300 ? 'is-plain' : 'is-good';
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
