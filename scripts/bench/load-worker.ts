import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { z } from 'zod';
import { answerCounter } from './count-answers';
import { type Load, load, type loadResult } from './load-protocol';

// The process that sends the load. It writes ready-made bytes on open connections and counts what
// comes back: no client library, so that the server under test is what is timed.

async function send(given: Load): Promise<z.output<typeof loadResult>> {
  const sockets = await Promise.all(
    Array.from({ length: given.connections }, () => open(given.port)),
  );
  const cpuBefore = process.cpuUsage();
  const startMs = performance.now();
  try {
    await Promise.race([exchange(sockets, given), ...sockets.map(failure)]);
  } finally {
    for (const socket of sockets) socket.destroy();
  }
  const seconds = (performance.now() - startMs) / 1_000;
  const cpu = process.cpuUsage(cpuBefore);
  return { seconds, busy: (cpu.user + cpu.system) / 1_000_000 / seconds };
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

/** Keeps the wanted number of requests on the way on each connection until all are answered. */
function exchange(sockets: readonly Socket[], given: Load): Promise<void> {
  const { requests, count } = given;
  let sent = 0;
  let answered = 0;
  const next = (wanted: number): string => {
    let text = '';
    for (let round = 0; round < wanted && sent < count; round += 1, sent += 1) {
      text += requests[sent % requests.length] ?? '';
    }
    return text;
  };
  return new Promise((resolve, reject) => {
    for (const socket of sockets) {
      const counted = answerCounter(given.wantedStatus);
      socket.on('data', (piece) => {
        try {
          const answers = counted(piece);
          answered += answers;
          if (answered === count) resolve();
          else if (answers > 0) socket.write(next(answers));
        } catch (error) {
          reject(error);
        }
      });
      socket.write(next(given.onTheWay));
    }
  });
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
