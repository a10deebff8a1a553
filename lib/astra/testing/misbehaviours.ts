import { answer, head, type Misbehaviour } from './wire-server';

/** A good answer to `users.me`. */
export const fine = answer('200 OK', JSON.stringify({ id: 'a-user', status: 'approved' }));

/** What a proxy says when what is behind it does not. */
export const page = '<!doctype html><title>502 Bad Gateway</title><center>nginx</center>';

export const hang: Misbehaviour = () => undefined;
export const reset: Misbehaviour = (socket) => socket.resetAndDestroy();
export const hangUp: Misbehaviour = (socket) => socket.end();
export const cutBody: Misbehaviour = (socket) =>
  socket.end(`${head('201 Created', { 'content-length': '500' })}{"id": "a-rou`);
export const slowHeaders: Misbehaviour = (socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-le');
export const drippingBody: Misbehaviour = (socket) => {
  socket.write(head('200 OK', { 'content-length': '100000', 'request-id': 'req-1' }));
  const timer = setInterval(() => socket.write(' '), 5);
  socket.on('close', () => clearInterval(timer));
};
export const hugeBody: Misbehaviour = (socket) => {
  socket.write(head('200 OK', { 'transfer-encoding': 'chunked' }));
  const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
  const more = () => {
    while (socket.writable && socket.write(chunk));
  };
  socket.on('drain', more);
  more();
};
export const chunksCut: Misbehaviour = (socket) =>
  socket.end(`${head('201 Created', { 'transfer-encoding': 'chunked' })}5\r\n{"id"\r\n`);
