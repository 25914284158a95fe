// Seals and opens 2C2P's tokens with another implementation of JOSE: node tokens.mjs <folder of node_modules> <seal|open>, JSON on standard input and output.
//   seal: { xml, signer: PKCS#8 PEM, reader: SPKI PEM } -> { token }
//   open: { token, signer: SPKI PEM, reader: PKCS#8 PEM } -> { xml, signed: header, sealed: header }
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [modules, command] = process.argv.slice(2);
const jose = await import(pathToFileURL(join(modules, 'jose', 'dist', 'webapi', 'index.js')).href);
const input = JSON.parse(readFileSync(0, 'utf8'));
const utf8 = new TextEncoder();

const seal = async ({ xml, signer, reader }) => {
  const encrypted = await new jose.CompactEncrypt(utf8.encode(xml))
    .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM' })
    .encrypt(await jose.importSPKI(reader, 'RSA-OAEP'));
  const token = await new jose.CompactSign(utf8.encode(encrypted))
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT' })
    .sign(await jose.importPKCS8(signer, 'PS256'));
  return { token };
};

const open = async ({ token, signer, reader }) => {
  const verified = await jose.compactVerify(token, await jose.importSPKI(signer, 'PS256'), { algorithms: ['PS256'] });
  const encrypted = new TextDecoder().decode(verified.payload);
  const decrypted = await jose.compactDecrypt(encrypted, await jose.importPKCS8(reader, 'RSA-OAEP'), {
    keyManagementAlgorithms: ['RSA-OAEP'],
    contentEncryptionAlgorithms: ['A256GCM'],
  });
  return {
    xml: new TextDecoder().decode(decrypted.plaintext),
    signed: verified.protectedHeader,
    sealed: decrypted.protectedHeader,
  };
};

process.stdout.write(JSON.stringify(await { seal, open }[command](input)));
