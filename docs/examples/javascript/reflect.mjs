// Lists the watch list, then follows every change, with no .proto file at all: node reflect.mjs ADDRESS STATE_FILE [STOP_AFTER]
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import grpc from '@grpc/grpc-js';
import { GrpcReflection } from 'grpc-js-reflection-client';

const SILENCE_MS = 45_000; // three heartbeats of 15 s
const REFUSED = [grpc.status.INVALID_ARGUMENT, grpc.status.NOT_FOUND, grpc.status.PERMISSION_DENIED, grpc.status.UNAUTHENTICATED,
  grpc.status.UNIMPLEMENTED, grpc.status.FAILED_PRECONDITION];

const [address, stateFile, stopAfter = '0'] = process.argv.slice(2);
const credentials = address.startsWith('https://') ? grpc.credentials.createSsl() : grpc.credentials.createInsecure();
const target = address.replace('https://', '');
const metadata = new grpc.Metadata({ waitForReady: true });
if (process.env.LEGTRACKER_TOKEN) {
  metadata.set('authorization', `Bearer ${process.env.LEGTRACKER_TOKEN}`);
}

// The server itself describes its services.
const reflection = new GrpcReflection(target, credentials);
for (const service of await reflection.listServices('*', metadata)) {
  console.log(`service ${service}`);
}
const client = async (name) => {
  const descriptor = await reflection.getDescriptorBySymbol(`legtracker.v1.${name}`, metadata);
  const { legtracker } = descriptor.getPackageObject({ keepCase: true, longs: String, enums: String, defaults: true, oneofs: true });
  return new legtracker.v1[name](target, credentials);
};
const [billService, changeService] = [await client('BillService'), await client('ChangeService')];

// All or nothing: a crash leaves the old position, never half of a new one.
const save = (state) => {
  writeFileSync(`${stateFile}.new`, JSON.stringify(state), { flush: true });
  renameSync(`${stateFile}.new`, stateFile);
};

const listBillsPage = (page_token) => new Promise((resolve, reject) => {
  const request = { page_token, read_mask: { paths: ['measure', 'session', 'stage', 'freshness'] } };
  billService.ListBills(request, metadata, { deadline: Date.now() + 30_000 }, (error, page) => (error ? reject(error) : resolve(page)));
});

// The revision of the first page: a watch begun after it misses nothing.
let page = await listBillsPage('');
let state = { epoch: '', revision: page.revision };
for (;;) {
  for (const bill of page.bills) {
    console.log(`bill ${bill.measure} ${bill.session} ${bill.stage} ${bill.freshness}`);
  }
  if (!page.next_page_token) {
    break;
  }
  page = await listBillsPage(page.next_page_token);
}
if (existsSync(stateFile)) {
  state = JSON.parse(readFileSync(stateFile, 'utf8'));
}
console.log(`following after revision ${state.revision}`);

for (let told = 0, wait = 500; ; wait = Math.min(wait * 2, 15_000)) {
  const call = changeService.WatchChanges({ after_revision: state.revision, store_epoch: state.epoch }, metadata);
  const watchdog = setTimeout(() => call.cancel(), SILENCE_MS);
  let pending = []; // of a revision that goes on in the next message; void when the stream breaks
  let away = 0;
  try {
    for await (const message of call) {
      watchdog.refresh();
      if (message.event === 'opened') {
        continue;
      }
      if (message.event === 'going_away') {
        away = Number(message.going_away.reconnect_after?.seconds ?? 0) * 1000;
        continue;
      }
      wait = 500;
      if (message.event === 'reset') {
        console.error(`reset: ${message.reset.reason}`);
        continue;
      }
      for (const bill of message.snapshot?.bills ?? []) {
        console.log(`now ${bill.measure} ${bill.session} ${bill.stage}`);
      }
      pending.push(...message.changes?.changes ?? []);
      if (message.changes?.more_of_revision || message.snapshot?.last === false) {
        continue; // nothing is complete yet, so the position stays
      }
      for (const change of pending) {
        console.log(`${change.name} ${change.kind} ${change.summary}`);
      }
      told += pending.length;
      pending = [];
      state = { epoch: message.store_epoch, revision: message.revision };
      save(state);
      if (Number(stopAfter) > 0 && told >= Number(stopAfter)) {
        process.exit(0);
      }
    }
  } catch (error) {
    if (REFUSED.includes(error.code)) {
      throw error; // trying again is of no use
    }
  } finally {
    clearTimeout(watchdog);
    call.cancel();
  }
  await sleep(away + Math.random() * wait);
}
