import { consoleTime } from '../../clock/format';
import { settleTransfer } from '../../engine/transfers';
import { formatDollars } from '../../rules/money';
import { type Markup, markup } from '../../server/markup';
import { type Handler, seeOther } from '../../server/messages';
import type { TransferRow } from '../../state/rows-money';
import type { ConsoleContext } from '../context';
import { consolePage, emptyState } from '../layout';

const shownTransfers = 100;

/** A history may hold any status; these are all that a transfer has. */
const tones: Readonly<Record<string, string>> = {
  pending: 'is-warn',
  processed: 'is-good',
  cancelled: 'is-plain',
  failed: 'is-bad',
};

/** Every transfer with its history, and a button that settles a pending one now. */
export function transfersPage({ world }: ConsoleContext): Handler {
  return () => {
    const rows = world.store.transfers.all(shownTransfers);
    return consolePage({
      path: '/console/transfers',
      title: 'Transfers',
      live: ['transfers'],
      body: markup`
<h1>Transfers</h1>
<p class="intro">Most settle by themselves. Those from the test card “Waits for you” wait for the button.</p>
${
  rows.length === 0
    ? emptyState('No transfers yet', 'A routine starts one a moment after it is created.')
    : markup`<ul class="log">${rows.map(transferRow)}</ul>`
}`,
    });
  };
}

/** `POST …/settle`: the card networks answer now. */
export function settleNow({ world }: ConsoleContext): Handler {
  return (request) => {
    settleTransfer(world, request.params['id'] ?? '');
    return seeOther('/console/transfers');
  };
}

function transferRow(row: TransferRow): Markup {
  return markup`<li><details id="t-${row.id}"${row.status === 'pending' && markup` open`}><summary>
<span class="badge ${tones[row.status] ?? 'is-plain'}">${row.status}</span>
<span class="path"><strong>${formatDollars(row.amountCents)}</strong> ${row.routineName}</span>
<span class="soft path">${row.id}</span>
<span class="soft when">${consoleTime(row.initiatedMs)}</span>
</summary>
${row.status === 'pending' && markup`<form method="post" action="/console/transfers/${row.id}/settle"><button>Settle now</button></form>`}
<h3>History</h3><ol class="attempts">${row.history.map(({ status, atMs }) => markup`<li><span class="badge ${tones[status] ?? 'is-plain'}">${status}</span> <span class="soft">${consoleTime(atMs)}</span></li>`)}</ol>
${row.failureReason !== null && markup`<p class="soft">Reason: <code>${row.failureReason}</code></p>`}
</details></li>`;
}
