import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Stands before a server and can be shut: open connections break, new ones are cut at once. */
export async function startTcpGate(target: { host: string; port: number }) {
  const open = new Set<Socket>();
  /** What was said through each connection, for those who ask for one by its words. */
  const said = new Map<Socket, string>();
  let isShut = false;
  let isCommitDoomed = false;
  let messagesLeft = Infinity;
  let attempts = 0;
  const server = createServer((incoming) => {
    attempts += 1;
    incoming.on('error', () => incoming.destroy());
    if (isShut) incoming.destroy();
    else passOn(incoming);
  });
  const cut = () => open.forEach((socket) => socket.destroy());
  function shut(): void {
    isShut = true;
    cut();
  }
  function passOn(incoming: Socket): void {
    const outgoing = connect(target.port, target.host);
    for (const [one, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      open.add(one);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    outgoing.on('error', () => incoming.destroy());
    incoming.on('data', (chunk) => {
      for (const end of [incoming, outgoing]) said.set(end, (said.get(end) ?? '') + String(chunk));
      messagesLeft -= 1;
      if (messagesLeft < 0) return shut();
      if (!isCommitDoomed || !chunk.includes('COMMIT')) return;
      isCommitDoomed = false;
      outgoing.unpipe(incoming).resume();
      outgoing.once('data', () => incoming.destroy());
    });
    incoming.pipe(outgoing).pipe(incoming);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    /** How often somebody has tried to connect. */
    attempts: () => attempts,
    /** How many connections are open through the gate. */
    connections: () => open.size / 2,
    /** Through how many connections this was said, also through those that have ended since. */
    connectionsThatSaid: (words: string) =>
      [...said.values()].filter((text) => text.includes(words)).length / 2,
    shut,
    /** Lets so many more messages through and then shuts, as if whoever sends them was killed. */
    shutAfter(messages: number): void {
      messagesLeft = messages;
    },
    isShut: () => isShut,
    reopen(): void {
      isShut = false;
      messagesLeft = Infinity;
    },
    /** Lets the next COMMIT reach the database, and breaks its connection before the answer. */
    loseNextCommit(): void {
      isCommitDoomed = true;
    },
    /**
     * From now on nothing comes through open connections, and neither side is told: a lost network.
     *
     * @param words only through those that have said this.
     */
    goSilent(words = ''): void {
      for (const socket of open) if (said.get(socket)?.includes(words)) socket.unpipe().pause();
    },
    close(): Promise<void> {
      cut();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}
