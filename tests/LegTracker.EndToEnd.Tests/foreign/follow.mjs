// A LegTracker client in JavaScript, made from protos/ alone: lists the watch list, then follows changes.
//
//   node follow.mjs 127.0.0.1:5210 [after_revision] [stop_after_changes]
//
// Prints one JSON line a bill and one a change. Needs npm: @grpc/grpc-js, @grpc/proto-loader.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const require = createRequire(join(root, 'eng', 'checks', 'package.json'));
const grpc = require('@grpc/grpc-js');
const loader = require('@grpc/proto-loader');

const [address, after = '0', stopAfter = '0'] = process.argv.slice(2);
const definition = loader.loadSync(
  ['legtracker/v1/bill_service.proto', 'legtracker/v1/change_service.proto'],
  { includeDirs: [join(root, 'protos')], longs: String, enums: String, defaults: true, oneofs: true });
const { legtracker: { v1 } } = grpc.loadPackageDefinition(definition);
const credentials = grpc.credentials.createInsecure();
const bills = new v1.BillService(address, credentials);
const changes = new v1.ChangeService(address, credentials);

const listBills = (pageToken) => new Promise((resolve, reject) =>
  bills.listBills({ summaryOnly: true, pageToken }, (error, page) => (error ? reject(error) : resolve(page))));

for (let token = '', first = true; first || token; first = false) {
  const page = await listBills(token);
  for (const { measure, session, stage, freshness } of page.bills) {
    console.log(JSON.stringify({ bill: `${measure} ${session}`, stage, freshness }));
  }
  token = page.nextPageToken;
}

// Resumes after the last revision seen, so that a cut connection loses and repeats nothing.
let seen = after;
let epoch = '';
let printed = 0;
const follow = () => {
  const call = changes.watchChanges({ afterRevision: seen, storeEpoch: epoch });
  call.on('data', (message) => {
    if (message.event === 'reset') {
      console.error(`reset: ${message.reset.reason}`);
    }
    for (const change of message.changes?.changes ?? []) {
      console.log(JSON.stringify({ change: change.name, kind: change.kind, summary: change.summary }));
      printed += 1;
    }
    seen = message.revision;
    epoch = message.storeEpoch;
    if (Number(stopAfter) > 0 && printed >= Number(stopAfter)) {
      process.exit(0);
    }
  });
  call.on('error', () => setTimeout(follow, 500));
  call.on('end', () => {});
};
follow();
