import 'server-only';
import { Socket } from 'node:net';

/**
 * The socket of a database connection, which breaks when nothing has gone through it for so long. A
 * network that goes away without a word leaves sockets open and silent: whoever waits for an answer
 * there would wait for a quarter of an hour.
 *
 * @param silenceMs longer than the longest query, and than connections idle in their pool.
 */
export function openSocket(silenceMs: number): () => Socket {
  return () => {
    const socket = new Socket();
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('no sign of life')));
    return socket;
  };
}
