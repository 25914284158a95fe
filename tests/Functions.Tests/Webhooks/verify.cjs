// node verify.cjs <folder of the library> <secret> <webhook-id> <webhook-timestamp> <webhook-signature> <body>
const [folder, secret, id, timestamp, signature, body] = process.argv.slice(2);
const { Webhook } = require(folder);
try {
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature };
  console.log(new Webhook(secret).verify(body, headers).type);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
