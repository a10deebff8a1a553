import { consoleTime } from '../../clock/format';
import { isoTime, momentForms } from '../../clock/moments';
import { type Markup, markup } from '../../server/markup';
import type { Handler } from '../../server/messages';
import type { TaskKind } from '../../state/rows-world';
import type { World } from '../../world';
import type { ConsoleContext } from '../context';
import { commandButton, commandField, commandForm } from '../forms';
import { consolePage, emptyState } from '../layout';

const path = '/console/clock';
const shownTasks = 20;

const modes = { running: 'is-good', frozen: 'is-warn', advancing: 'is-plain' } as const;

const steps = [
  ['1h', 'One hour'],
  ['1d', 'One day'],
  ['next-business-day', 'Next business day'],
  ['30d', '30 days'],
] as const;

/** The emulated time, what is planned, and the buttons that move it. */
export function clockPage({ world }: ConsoleContext): Handler {
  return () => {
    const { clock, store } = world;
    const target = store.clock.get('clock')?.target ?? null;
    const mode = target !== null ? 'advancing' : clock.isFrozen() ? 'frozen' : 'running';
    const tasks = store.tasks.all().sort((one, other) => one.dueMs - other.dueMs);
    const rows = tasks.slice(0, shownTasks).map(
      (task) => markup`<li><div>
<span class="row-main"><strong>${taskWords(task.kind)}</strong><span class="soft">${task.subject}</span></span>
<time>${consoleTime(task.dueMs)}</time></div></li>`,
    );
    return consolePage({
      path,
      title: 'Clock',
      live: ['clock', 'tasks', 'failedTasks'],
      body: markup`
<h1>Clock</h1>
<p class="intro">One clock for everything: decisions, settlements, tokens, codes, webhook retries.</p>
<dl class="facts"><div><dt>Time</dt><dd><strong>${consoleTime(clock.now())}</strong> <code>${isoTime(clock.now())}</code></dd></div><div><dt>The clock is</dt><dd><span class="badge ${modes[mode]}">${mode}</span></dd></div></dl>
<div class="actions">${
        mode === 'running'
          ? commandButton(path, 'clock freeze', 'Freeze')
          : commandButton(path, 'clock run', 'Let it run')
      }${commandButton(path, 'clock run', 'Go to real time', { real_time: 'true' })}</div>
<section><h2>Advance</h2><p>Everything that falls due on the way happens at its own moment and in order, and each webhook is waited for.</p>
<div class="actions">${steps.map(([to, label]) => commandButton(path, 'clock advance', label, { to }))}</div>
${commandForm(path, 'clock advance', 'Advance', commandField('to', 'to', 'By or to', { hint: momentForms }))}</section>
<section><h2>Planned</h2>
${
  tasks.length === 0
    ? emptyState(
        'Nothing is planned',
        'Reviews, transfers and webhooks appear here before they happen.',
      )
    : markup`<ul class="rows">${rows}</ul>${tasks.length > shownTasks && markup`<p class="soft">And ${tasks.length - shownTasks} more.</p>`}`
}</section>${failedTasks(world)}`,
    });
  };
}

/** Shown only when there are some: each is a bug of the emulator. */
function failedTasks({ store }: World): Markup | false {
  const failed = store.failedTasks.all(shownTasks);
  if (failed.length === 0) return false;
  const rows = failed.map(
    (task) => markup`<li><div>
<span class="row-main"><strong>${taskWords(task.kind)}</strong><span class="soft">${task.subject}</span><span>${task.error}</span></span>
<time>${consoleTime(task.failedMs)}</time></div></li>`,
  );
  return markup`<section><h2>Failed</h2><p>This work threw, was undone and is not tried again. The emulator’s log says where.</p><ul class="rows">${rows}</ul></section>`;
}

function taskWords(kind: TaskKind): string {
  const words = kind.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
