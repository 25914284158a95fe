// Receives webhooks: node docs/samples/node/webhook.mjs   (docs/webhooks.md says what they are)
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const port = Number(process.env.PORT ?? 8080);
// The sandbox's own secret; yours is in your vault.
const secret = process.env.WEBHOOK_SECRET ?? 'whsec_d2ViaG9va3Mgb2YgdGhlIHNhbmRib3gncyBKVDAx';
const toleranceSeconds = 300;

// The ids that were taken. In a shop: a table with a unique key, written in the transaction that does the work.
const taken = new Set();

// The reason why a message is not believed; null when it is genuine.
function refusal(headers, body) {
  const id = headers['webhook-id'];
  const timestamp = headers['webhook-timestamp'];
  const signatures = headers['webhook-signature'];
  if (!id || !timestamp || !signatures) return 'headers';
  if (!(Math.abs(Date.now() / 1000 - Number(timestamp)) <= toleranceSeconds)) return 'timestamp';

  const expected = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(body)
    .digest();
  // While a secret is rotated there are two signatures: one that fits is enough.
  const fits = signatures.split(' ').some(each => {
    const given = Buffer.from(each.startsWith('v1,') ? each.slice(3) : '', 'base64');
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return fits ? null : 'signature';
}

// Runs after the answer has left.
function work(event) {
  console.log(`${event.type} ${event.data.invoiceNo} order ${event.order} ${event.data.status}`);
}

const server = createServer(async (request, response) => {
  const parts = [];
  for await (const part of request) parts.push(part);
  const body = Buffer.concat(parts);
  const answer = status => response.writeHead(status).end();

  const refused = refusal(request.headers, body);
  if (refused) {
    answer(401);
    console.log(`refused: ${refused}`);
    return;
  }

  answer(204);
  const id = request.headers['webhook-id'];
  if (taken.has(id)) {
    console.log(`repeated ${id}`);
    return;
  }
  taken.add(id);
  work(JSON.parse(body));
});
server.listen(port, '127.0.0.1', () => console.log(`listening on http://127.0.0.1:${port}/`));
