// Refunds and follows the refund to its end: node docs/samples/node/refund.mjs [invoiceNo] [amount] [Idempotency-Key]
const gateway = process.env.GATEWAY_URL ?? 'http://127.0.0.1:7071/api';
const merchant = process.env.GATEWAY_MERCHANT ?? 'JT01';
const apiKey = process.env.GATEWAY_API_KEY ?? 'sandbox-JT01';

// One key for each refund that you mean: keep it with the order before you send. Repeating with it never refunds twice.
const [invoiceNo = 'INV-SETTLED-1', amount = '10.00', key = 'order-1001-node'] = process.argv.slice(2);

const attempts = 5;
const sleep = seconds => new Promise(done => setTimeout(done, seconds * 1000));

const stop = (code, ...lines) => {
  for (const line of lines) console.log(line);
  process.exit(code);
};

// Repeats what had no answer, and what the answer calls retryable; every other problem ends the program.
async function ask(path, options = {}) {
  for (let attempt = 1; ; attempt++) {
    let problem = 'no answer';
    let wait = Math.min(2 ** (attempt - 1), 8);
    try {
      const response = await fetch(`${gateway}/merchants/${merchant}${path}`, { ...options, signal: AbortSignal.timeout(60_000) });
      const text = await response.text();
      if (response.ok) return JSON.parse(text);
      const body = text.startsWith('{') ? JSON.parse(text) : { code: 'no_problem', detail: text, retryable: response.status >= 500 };
      problem = `problem ${response.status} ${body.code}: ${body.detail}`;
      if (!body.retryable) {
        const errors = Object.entries(body.errors ?? {}).flatMap(([field, texts]) => texts.map(each => `  ${field}: ${each}`));
        stop(1, problem, ...errors);
      }
      wait = Number(response.headers.get('Retry-After') ?? wait);
    } catch (error) {
      // Whether it arrived is not known: the same request with the same key finds out.
      if (!(error instanceof TypeError || error.name === 'TimeoutError')) throw error;
    }
    if (attempt === attempts) stop(3, problem);
    console.error(`${problem}; the same again in ${wait} s`);
    await sleep(wait);
  }
}

let refund = await ask('/refunds', {
  method: 'POST',
  headers: { 'X-Api-Key': apiKey, 'Idempotency-Key': key, 'Content-Type': 'application/json' },
  body: JSON.stringify({ invoiceNo, amount: Number(amount) }),
});
console.log(`refund ${refund.id}`);

while (!refund.needsReview && ['accepted', 'submitting', 'unknown'].includes(refund.status)) {
  await sleep(1);
  refund = await ask(`/refunds/${refund.id}`, { headers: { 'X-Api-Key': apiKey } });
}

const what = `${refund.amount.toFixed(2)} of ${refund.invoiceNo}`;
if (refund.needsReview) stop(4, `needsReview ${what}: ${refund.reviewReason}`);
if (refund.status === 'pending') stop(4, `pending ${what}: 2C2P has not decided; ask again later`);
if (refund.status === 'failed') stop(1, `failed ${what}: ${refund.gateway?.respCode} ${refund.gateway?.respDesc}`);
stop(0, `succeeded ${what}: 2C2P's reference ${refund.gateway.refundReferenceNo}`);
