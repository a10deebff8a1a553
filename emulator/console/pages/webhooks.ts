import { consoleTime } from '../../clock/format';
import { webhookTypes } from '../../contract';
import { type Markup, markup } from '../../server/markup';
import { type Handler, seeOther } from '../../server/messages';
import type { Attempt, DeliveryRow } from '../../state/rows-world';
import { signBody } from '../../webhooks/sign';
import type { World } from '../../world';
import type { ConsoleContext } from '../context';
import { webhookCurl } from '../curl';
import { deliveryBadge, deliveryStatuses } from '../delivery-status';
import { filterForm, pager, queryText } from '../filters';
import { consolePage, copyable, emptyState } from '../layout';
import { indexed, type Source } from '../objects/kind';
import type { Objects } from '../objects/objects';
import { scan, scanLimit } from '../objects/scan';
import { statusTone } from '../status';

const path = '/console/webhooks';

/** Every webhook with its body, its signature and what became of it. */
export function webhooksPage({ world }: ConsoleContext, objects: Objects): Handler {
  return (request) => {
    const [type, status, resource, before] = [
      queryText(request, 'type'),
      queryText(request, 'status'),
      queryText(request, 'resource'),
      queryText(request, 'before'),
    ];
    const source = sourceOf(world, resource, status);
    const matches = (row: DeliveryRow) =>
      (type === '' || row.type === type) && (status === '' || row.status === status);
    const isFiltered = type !== '' || status !== '';
    const part = scan(source, before || undefined, isFiltered ? matches : undefined);
    const fields = { type, status, resource };
    return consolePage({
      path,
      title: 'Webhooks',
      live: ['deliveries'],
      body: markup`
<h1>Webhooks</h1>
<p class="intro">Sent to <code>${world.webhookUrl || 'nowhere'}</code>. Only an answer of 200 counts; anything else is tried again.</p>
${filterForm(path, [
  { name: 'type', label: 'Type', value: type, options: webhookTypes.map((name) => [name, name]) },
  {
    name: 'status',
    label: 'Status',
    value: status,
    options: Object.entries(deliveryStatuses).map(([name, [, text]]) => [name, text]),
  },
  { name: 'resource', label: 'Id of the resource', value: resource },
])}
${
  part.rows.length > 0
    ? markup`<ul class="log">${part.rows.map((row) => deliveryRow(world, row, objects))}</ul>`
    : nothing(isFiltered || resource !== '')
}
${isFiltered && part.isPartial && markup`<p class="soft">A filter looks through ${scanLimit} at a time, of ${source.count}: the older ones come next.</p>`}
${pager(path, fields, { before, olderThan: part.olderThan })}`,
    });
  };
}

/** `POST …/resend`: one more attempt now, with the same `webhook_id`. */
export function resendWebhook({ deliverer }: ConsoleContext): Handler {
  return (request) => {
    deliverer.resend(request.params['id'] ?? '');
    return seeOther(`${path}#w-${request.params['id']}`);
  };
}

function sourceOf({ store }: World, resource: string, status: string): Source<DeliveryRow> {
  const { deliveries } = store;
  if (resource !== '') return indexed(deliveries, 'resource', resource);
  if (status !== '') return indexed(deliveries, 'status', status);
  return { count: deliveries.size, newest: (limit, before) => deliveries.all(limit, before) };
}

function deliveryRow({ client, webhookUrl }: World, row: DeliveryRow, { find }: Objects): Markup {
  const signature = signBody(row.body, client.signingSecret);
  const curl = webhookCurl(webhookUrl, row.body, signature);
  const tries = row.attempts.length === 1 ? '1 attempt' : `${row.attempts.length} attempts`;
  const about = find(row.resourceId);
  return markup`<li><details id="w-${row.id}"><summary>
${deliveryBadge(row.status)}
<span class="path"><strong>${row.type}</strong></span>
<span class="soft path">${row.resourceId}</span>
<span class="soft when">${tries} · ${consoleTime(row.createdMs)}</span>
</summary>
<div class="actions"><form method="post" action="${path}/${row.id}/resend"><button>Resend</button></form>${about !== undefined && markup`<a class="button quiet" href="${about.href}">${about.title}</a>`}</div>
<h3>Body, exactly as signed</h3><pre class="code wrap">${row.body}</pre>
<h3>Astra-Verification</h3><pre class="code wrap">${signature}</pre>
<div class="code-head"><h3>As curl</h3>${copyable(curl, 'Copy curl')}</div><pre class="code wrap">${curl}</pre>
${row.attempts.length > 0 && markup`<h3>Attempts</h3><ol class="attempts">${row.attempts.map(attemptRow)}</ol>`}
${row.status === 'waiting' && row.nextAttemptMs !== null && markup`<p class="soft">Next attempt at ${consoleTime(row.nextAttemptMs)}.</p>`}
</details></li>`;
}

function attemptRow(attempt: Attempt): Markup {
  return markup`<li><span class="badge ${statusTone(attempt.status)}">${attempt.status ?? 'No answer'}</span> <span class="soft">${consoleTime(attempt.atMs)} · ${attempt.durationMs} ms</span>${attempt.note !== '' && markup`<pre class="code wrap">${attempt.note}</pre>`}</li>`;
}

function nothing(isFiltered: boolean): Markup {
  return isFiltered
    ? emptyState('Nothing fits', 'No webhook that is kept is like that.')
    : emptyState(
        'No webhooks yet',
        'One is sent whenever an intent, user, card, routine or transfer changes.',
      );
}
