import { createServer } from 'node:http';
import { pipeToNodeResponse } from 'next/dist/server/pipe-readable';
import { watchConnections } from '@/lib/http/let-connections-go';
import { countStreams, endAllStreams } from '@/lib/live/session-streams';
import { liveStream } from '@/lib/live/stream';
import { stopOnSignal } from '@/lib/process/stop-on-signal';

// One instance of the app, as far as live streams go: it serves them as Next does, to whoever names a
// person and the hash of a session, and stops as Next does.

const server = createServer((request, response) => {
  const query = new URL(request.url ?? '', 'http://localhost').searchParams;
  if (query.has('count')) {
    response.end(String(countStreams()));
    return;
  }
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const session = {
    userId: query.get('user') ?? '',
    sessionHash: query.get('session') ?? '',
    ofEverybody: query.has('everybody'),
  };
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  pipeToNodeResponse(liveStream(session, gone.signal), response).catch(() => response.destroy());
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
const letConnectionsGo = watchConnections();
stopOnSignal(() => {
  server.close(() => process.exit(143));
  letConnectionsGo();
  endAllStreams();
});
