// Lists operations, all pages: node docs/samples/node/list.mjs ['kind=refund&limit=20']   (docs/finding.md has all filters)
const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:7071/api';
const merchant = process.env.GATEWAY_MERCHANT ?? 'JT01';
const apiKey = process.env.GATEWAY_API_KEY ?? 'sandbox-JT01';

const query = new URLSearchParams(process.argv[2] ?? '');
let count = 0;
let pages = 0;
let cursor;
do {
  if (cursor) query.set('cursor', cursor);
  const response = await fetch(`${gateway}/merchants/${merchant}/operations?${query}`, { headers: { 'X-Api-Key': apiKey } });
  const page = await response.json();
  if (!response.ok) {
    console.log(`problem ${response.status} ${page.code}: ${page.detail}`);
    process.exit(1);
  }
  for (const one of page.items) {
    const amount = one.amount === null ? '-' : one.amount.toFixed(2);
    console.log(`${one.createdAt} ${one.kind} ${one.status} ${amount} ${one.invoiceNo} ${one.id}`);
  }
  count += page.items.length;
  pages++;
  // A page may be short, even empty, before the last one: only the cursor says whether there is more.
  cursor = page.nextCursor;
} while (cursor);
console.log(`${count} operations on ${pages} pages`);
