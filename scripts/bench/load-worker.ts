import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { exchange } from './exchange';
import { type Load, type LoadResult, load } from './load-protocol';
import { percentile } from './percentile';

// The process that sends the load. It writes ready-made bytes on open connections and counts what
// comes back: no client library, so that the server under test is what is timed.

async function send(given: Load): Promise<LoadResult> {
  const sockets = await Promise.all(
    Array.from({ length: given.connections }, () => open(given.port)),
  );
  const cpuBefore = process.cpuUsage();
  const startMs = performance.now();
  try {
    const ended = [exchange(sockets, given), ...sockets.map(failure)];
    const { tookMs, refused } = await Promise.race(ended);
    const seconds = (performance.now() - startMs) / 1_000;
    const cpu = process.cpuUsage(cpuBefore);
    const busy = (cpu.user + cpu.system) / 1_000_000 / seconds;
    return { seconds, busy, refused, p50: percentile(tookMs, 50), p99: percentile(tookMs, 99) };
  } finally {
    for (const socket of sockets) socket.destroy();
  }
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

async function failure(socket: Socket): Promise<never> {
  await once(socket, 'close');
  throw new Error('The server closed a connection.');
}

// Whoever starts this lets go of the channel; here it is what the process lives for.
process.channel?.ref();
process.on('message', (message) => {
  send(load.parse(message)).then(
    (result) => process.send?.(result),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
