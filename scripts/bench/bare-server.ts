import { createServer } from 'node:http';

// The yardstick: the least that a Node server can do. It answers everything with a body of as many
// bytes as its argument says, and tells its port on the channel.
const body = 'x'.repeat(Number(process.argv[2]));
const headers = { 'content-type': 'application/json', 'content-length': body.length };

const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
