import { consoleTime } from '../../clock/format';
import { type Markup, markup } from '../../server/markup';
import { type Handler, seeOther } from '../../server/messages';
import type { Attempt, DeliveryRow } from '../../state/rows-world';
import { signBody } from '../../webhooks/sign';
import type { ConsoleContext } from '../context';
import { consolePage, emptyState } from '../layout';
import { statusTone } from './requests';

const shownDeliveries = 100;

const statusWords: Readonly<Record<DeliveryRow['status'], readonly [tone: string, text: string]>> =
  {
    waiting: ['is-warn', 'Waiting'],
    sending: ['is-plain', 'Sending'],
    delivered: ['is-good', 'Delivered'],
    gave_up: ['is-bad', 'Gave up'],
    dropped: ['is-warn', 'Dropped'],
  };

/** Every webhook with its body, its signature and what became of it. */
export function webhooksPage({ world }: ConsoleContext): Handler {
  return () => {
    const rows = world.store.deliveries.all(shownDeliveries);
    return consolePage({
      path: '/console/webhooks',
      title: 'Webhooks',
      live: ['deliveries'],
      body: markup`
<h1>Webhooks</h1>
<p class="intro">Sent to <code>${world.webhookUrl || 'nowhere'}</code>. Only an answer of 200 counts; anything else is tried again.</p>
${
  rows.length === 0
    ? emptyState(
        'No webhooks yet',
        'One is sent whenever an intent, user, card, routine or transfer changes.',
      )
    : markup`<ul class="log">${rows.map((row) => deliveryRow(row, signBody(row.body, world.client.signingSecret)))}</ul>`
}`,
    });
  };
}

/** `POST …/resend`: one more attempt now, with the same `webhook_id`. */
export function resendWebhook({ deliverer }: ConsoleContext): Handler {
  return (request) => {
    deliverer.resend(request.params.id ?? '');
    return seeOther(`/console/webhooks#w-${request.params.id}`);
  };
}

function deliveryRow(row: DeliveryRow, signature: string): Markup {
  const [tone, word] = statusWords[row.status];
  const tries = row.attempts.length === 1 ? '1 attempt' : `${row.attempts.length} attempts`;
  return markup`<li><details id="w-${row.id}"><summary>
<span class="badge ${tone}">${word}</span>
<span class="path"><strong>${row.type}</strong></span>
<span class="soft path">${row.resourceId}</span>
<span class="soft when">${tries} · ${consoleTime(row.createdMs)}</span>
</summary>
<form method="post" action="/console/webhooks/${row.id}/resend"><button>Resend</button></form>
<h3>Body, exactly as signed</h3><pre class="code wrap">${row.body}</pre>
<h3>Astra-Verification</h3><pre class="code wrap">${signature}</pre>
${row.attempts.length > 0 && markup`<h3>Attempts</h3><ol class="attempts">${row.attempts.map(attemptRow)}</ol>`}
${row.status === 'waiting' && row.nextAttemptMs !== null && markup`<p class="soft">Next attempt at ${consoleTime(row.nextAttemptMs)}.</p>`}
</details></li>`;
}

function attemptRow(attempt: Attempt): Markup {
  return markup`<li><span class="badge ${statusTone(attempt.status)}">${attempt.status ?? 'No answer'}</span> <span class="soft">${consoleTime(attempt.atMs)} · ${attempt.durationMs} ms</span>${attempt.note !== '' && markup`<pre class="code wrap">${attempt.note}</pre>`}</li>`;
}
