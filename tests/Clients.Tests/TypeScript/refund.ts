// A shop's server: one refund with the types that openapi-typescript made of the contract, and one that is refused.
// node refund.js <address of the API> <API key> <invoice number>; prints what came of both as JSON.
import createClient from 'openapi-fetch';
import type { components, paths } from './gateway.js';

declare const process: { argv: string[] };

type Operation = components['schemas']['Operation'];
type Problem = components['schemas']['Problem'];

const [, , baseUrl = '', apiKey = '', invoiceNo = ''] = process.argv;
const gateway = createClient<paths>({ baseUrl, headers: { 'X-Api-Key': apiKey } });
const merchantId = 'JT01';

const refund = (amount: number, key: string) =>
  gateway.POST('/merchants/{merchantId}/refunds', {
    params: { path: { merchantId }, header: { 'Idempotency-Key': key } },
    body: { invoiceNo, amount, metadata: { client: 'openapi-typescript' } },
  });

const read = async (id: string): Promise<Operation> => {
  const { data, error } = await gateway.GET('/merchants/{merchantId}/refunds/{id}', { params: { path: { merchantId, id } } });
  if (!data) throw new Error(error.code);
  return data;
};

const isFinal = ({ status }: Operation) => status === 'succeeded' || status === 'failed';

const { data: accepted, error: unexpected } = await refund(12.34, 'openapi-typescript-1');
if (!accepted?.id) throw new Error(unexpected?.code ?? 'no id');

let operation = await read(accepted.id);
while (!isFinal(operation) && !operation.needsReview) {
  await new Promise(resolve => setTimeout(resolve, 100));
  operation = await read(accepted.id);
}

const { error: refused } = await refund(0.001, 'openapi-typescript-2');
if (!refused) throw new Error('a tenth of a cent was taken');
const { code, errors }: Problem = refused;

console.log(JSON.stringify({ status: operation.status, amount: operation.amount, metadata: operation.metadata, code, errors }));
