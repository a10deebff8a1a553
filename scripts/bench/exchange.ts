import type { Socket } from 'node:net';
import { answerCounter } from './count-answers';
import type { Load } from './load-protocol';

/** How long each request took, in milliseconds, and how many were refused. */
export type Exchanged = { tookMs: number[]; refused: number };

/** How often is looked for requests whose time has come. */
const tickMs = 1;

/**
 * Sends all requests on open connections and waits for their answers. Each connection has up to
 * `onTheWay` of them under way: the next ones leave when answers come, or, at a pace, when they are due.
 */
export function exchange(sockets: readonly Socket[], given: Load): Promise<Exchanged> {
  const { requests, count, perSecond, refusedStatus } = given;
  const startMs = performance.now();
  const dueMs = (place: number, nowMs: number) =>
    perSecond === undefined ? nowMs : startMs + (place * 1_000) / perSecond;
  const result: Exchanged = { tookMs: [], refused: 0 };
  const tolerates = (status: number) => status === refusedStatus && (result.refused += 1) > 0;
  let sent = 0;

  return new Promise((resolve, reject) => {
    const fills = sockets.map((socket) => {
      const counted = answerCounter(given.wantedStatus, tolerates);
      const dueTimes: number[] = [];
      const fill = () => {
        const nowMs = performance.now();
        let text = '';
        while (dueTimes.length < given.onTheWay && sent < count && dueMs(sent, nowMs) <= nowMs) {
          dueTimes.push(dueMs(sent, nowMs));
          text += requests[sent % requests.length] ?? '';
          sent += 1;
        }
        if (text !== '') socket.write(text);
      };
      socket.on('data', (piece) => {
        try {
          const answers = counted(piece);
          const nowMs = performance.now();
          for (const due of dueTimes.splice(0, answers)) result.tookMs.push(nowMs - due);
          if (result.tookMs.length === count) resolve(result);
          else if (answers > 0) fill();
        } catch (error) {
          reject(error);
        }
      });
      return fill;
    });
    const fillAll = () => {
      for (const fill of fills) fill();
      if (perSecond !== undefined && sent < count) setTimeout(fillAll, tickMs);
    };
    fillAll();
  });
}
