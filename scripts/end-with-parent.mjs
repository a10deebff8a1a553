// Loaded before any program that these scripts start (`node --import`), with a channel to whoever
// starts it. The system closes the channel when that process ends, however it ends, also when it was
// killed: then this one is asked to end as well. Without that, its parts would keep running and hold
// their ports.
import { isMainThread } from 'node:worker_threads';

const patienceMs = 15_000;

// What this program starts in its turn may inherit this file and have a channel for its own needs:
// the variable says whose channel it is, and is not passed on.
const isOurs = isMainThread && process.env['ENDS_WITH_PARENT'] === 'true';
delete process.env['ENDS_WITH_PARENT'];

if (isOurs) {
  if (!process.connected) end();
  process.on('disconnect', end);
  // Waiting for that must not keep a program going that has done its work.
  process.channel?.unref();
}

function end() {
  setTimeout(() => process.exit(1), patienceMs).unref();
  // Not a signal from outside: on Windows that would end the process without asking it.
  if (!process.emit('SIGTERM', 'SIGTERM')) process.exit(1);
}
