const endOfHead = '\r\n\r\n';

/**
 * Counts the whole HTTP answers in what a connection receives, in pieces of any size.
 *
 * It reads no more than it must, because whatever times a server must not be slower than that server.
 *
 * @param wantedStatus any other status throws: a fast refusal is not a fast answer
 * @returns the function to call with every piece; it tells how many answers the piece completed
 */
export function answerCounter(wantedStatus: number): (piece: Buffer) => number {
  const wantedStart = `HTTP/1.1 ${wantedStatus} `;
  let head = '';
  let bodyBytesLeft = 0;
  return (piece) => {
    let answers = 0;
    let place = 0;
    while (place < piece.length) {
      const skipped = Math.min(bodyBytesLeft, piece.length - place);
      place += skipped;
      bodyBytesLeft -= skipped;
      if (skipped > 0 && bodyBytesLeft === 0) answers += 1;
      if (place === piece.length) break;
      // The end of a head may itself be cut in two.
      const before = head.length;
      head += piece.toString('latin1', place, Math.min(piece.length, place + 2_048));
      const end = head.indexOf(endOfHead, Math.max(0, before - endOfHead.length));
      if (end < 0) {
        place += head.length - before;
        continue;
      }
      place += end + endOfHead.length - before;
      bodyBytesLeft = bodyBytes(head.slice(0, end), wantedStart);
      if (bodyBytesLeft === 0) answers += 1;
      head = '';
    }
    return answers;
  };
}

function bodyBytes(head: string, wantedStart: string): number {
  if (!head.startsWith(wantedStart)) throw new Error(`Not the answer that was wanted: ${head}`);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  if (length === undefined) throw new Error(`An answer that does not tell its length: ${head}`);
  return Number(length);
}
