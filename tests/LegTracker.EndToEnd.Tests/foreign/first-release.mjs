// A client made from the descriptors of the first release alone: lists the watch list and the log, then follows changes.
//
//   node first-release.mjs 127.0.0.1:5210
//
// Prints one JSON line a bill and one a change. Needs npm: @grpc/grpc-js, @grpc/proto-loader.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const require = createRequire(join(root, 'eng', 'checks', 'package.json'));
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address] = process.argv.slice(2);
const released = readFileSync(join(root, 'protos', 'releases', '0.1.0.binpb'));
const definition = loader.loadFileDescriptorSetFromBuffer(released, { keepCase: true, longs: String, enums: String, defaults: true, oneofs: true });
const { legtracker: { v1 } } = grpc.loadPackageDefinition(definition);
const credentials = grpc.credentials.createInsecure();
const [bills, changes] = [new v1.BillService(address, credentials), new v1.ChangeService(address, credentials)];
const call = (client, method, request) => new Promise((resolve, reject) =>
  client[method](request, (error, response) => (error ? reject(error) : resolve(response))));
const print = (change) => console.log(JSON.stringify({ change: change.name, kind: change.kind, bill: change.bill, summary: change.summary }));

for (let token = '', first = true; first || token; first = false) {
  const page = await call(bills, 'ListBills', { page_size: 10, page_token: token, summary_only: true });
  for (const listed of page.bills) {
    const { bill } = await call(bills, 'GetBill', { name: listed.name });
    console.log(JSON.stringify({ bill: `${bill.measure} ${bill.session}`, stage: bill.stage, freshness: bill.freshness, actions: bill.actions.length }));
  }
  token = page.next_page_token;
}

// What is recorded already by ListChanges, what comes by WatchChanges.
let head;
for (let token = '', first = true; first || token; first = false) {
  const page = await call(changes, 'ListChanges', { page_size: 7, page_token: token });
  page.changes.forEach(print);
  head = page.changes.at(-1)?.revision ?? head;
  token = page.next_page_token;
}
const stream = changes.WatchChanges({ after_revision: head, heartbeat_interval: { seconds: 1 } });
stream.on('data', (message) => {
  console.error(message.event);
  (message.changes?.changes ?? []).forEach(print);
});
stream.on('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
