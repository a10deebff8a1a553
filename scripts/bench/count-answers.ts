const endOfHead = '\r\n\r\n';
/** The chunk without bytes. The bodies that are counted here don't contain it. */
const endOfChunks = '\r\n0\r\n\r\n';

/**
 * Counts the whole HTTP answers in what a connection receives, in pieces of any size.
 *
 * It reads no more than it must, because whatever times a server must not be slower than that server.
 *
 * @param wantedStatus any other status throws: a fast refusal is not a fast answer
 * @param tolerates is asked about any other status; what it says yes to is counted as an answer
 * @returns the function to call with every piece; it tells how many answers the piece completed
 */
export function answerCounter(
  wantedStatus: number,
  tolerates: (status: number) => boolean = () => false,
): (piece: Buffer) => number {
  const isFine = (status: number) => status === wantedStatus || tolerates(status);
  // A head, or the end of a body in chunks, may be cut in two, so what has come of it is kept.
  let kept = '';
  let isInChunks = false;
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
      const before = kept.length;
      kept += piece.toString('latin1', place, Math.min(piece.length, place + 2_048));
      const wanted = isInChunks ? endOfChunks : endOfHead;
      const end = kept.indexOf(wanted, Math.max(0, before - wanted.length));
      if (end < 0) {
        place += kept.length - before;
        if (isInChunks) kept = kept.slice(-endOfChunks.length);
        continue;
      }
      place += end + wanted.length - before;
      const body = isInChunks ? 0 : bodyBytes(kept.slice(0, end), isFine);
      isInChunks = body === 'in chunks';
      // An empty body begins with the end of its chunks.
      kept = isInChunks ? '\r\n' : '';
      bodyBytesLeft = body === 'in chunks' ? 0 : body;
      if (body === 0) answers += 1;
    }
    return answers;
  };
}

function bodyBytes(head: string, isFine: (status: number) => boolean): number | 'in chunks' {
  // After `HTTP/1.1`.
  if (!isFine(Number(head.slice(9, 12))))
    throw new Error(`Not the answer that was wanted: ${head}`);
  const [, length] = /\r\ncontent-length: (\d+)/i.exec(head) ?? [];
  if (length !== undefined) return Number(length);
  if (/\r\ntransfer-encoding: chunked/i.test(head)) return 'in chunks';
  throw new Error(`An answer that does not tell its length: ${head}`);
}
