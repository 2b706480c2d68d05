// Lists the watch list, then follows every change: node follow.js ADDRESS STATE_FILE [STOP_AFTER]
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import * as grpc from '@grpc/grpc-js';
import * as loader from '@grpc/proto-loader';
import type { ProtoGrpcType as BillTypes } from './generated/bill_service';
import type { ProtoGrpcType as ChangeTypes } from './generated/change_service';
import type { Bill__Output } from './generated/legtracker/v1/Bill';
import type { BillServiceClient } from './generated/legtracker/v1/BillService';
import type { Change__Output } from './generated/legtracker/v1/Change';
import type { ChangeServiceClient } from './generated/legtracker/v1/ChangeService';
import type { ListBillsResponse__Output } from './generated/legtracker/v1/ListBillsResponse';
import type { WatchChangesResponse__Output } from './generated/legtracker/v1/WatchChangesResponse';

type State = { epoch: string; revision: string };

const SILENCE_MS = 45_000; // three heartbeats of 15 s
const REFUSED = [grpc.status.INVALID_ARGUMENT, grpc.status.NOT_FOUND, grpc.status.PERMISSION_DENIED, grpc.status.UNAUTHENTICATED,
  grpc.status.UNIMPLEMENTED, grpc.status.FAILED_PRECONDITION];

const [address, stateFile, stopAfter = '0'] = process.argv.slice(2);
const definition = loader.loadSync(['legtracker/v1/bill_service.proto', 'legtracker/v1/change_service.proto'],
  { includeDirs: [process.env.PROTOS!], keepCase: true, longs: String, enums: String, defaults: true, oneofs: true });
const { legtracker } = grpc.loadPackageDefinition(definition) as unknown as BillTypes & ChangeTypes;
const credentials = address.startsWith('https://') ? grpc.credentials.createSsl() : grpc.credentials.createInsecure();
const target = address.replace('https://', '');
const billService: BillServiceClient = new legtracker.v1.BillService(target, credentials);
const changeService: ChangeServiceClient = new legtracker.v1.ChangeService(target, credentials);
const metadata = new grpc.Metadata({ waitForReady: true });
if (process.env.LEGTRACKER_TOKEN) {
  metadata.set('authorization', `Bearer ${process.env.LEGTRACKER_TOKEN}`);
}

// All or nothing: a crash leaves the old position, never half of a new one.
const save = (state: State) => {
  writeFileSync(`${stateFile}.new`, JSON.stringify(state), { flush: true });
  renameSync(`${stateFile}.new`, stateFile);
};

const listBillsPage = (page_token: string) => new Promise<ListBillsResponse__Output>((resolve, reject) => {
  const request = { page_token, read_mask: { paths: ['measure', 'session', 'stage', 'freshness'] } };
  billService.ListBills(request, metadata, { deadline: Date.now() + 30_000 }, (error, page) => (error ? reject(error) : resolve(page!)));
});

// Every bill; the revision of the first page, so that a watch begun after it misses nothing.
const listBills = async (): Promise<[Bill__Output[], string]> => {
  let page = await listBillsPage('');
  const [bills, revision] = [[...page.bills], page.revision];
  while (page.next_page_token) {
    page = await listBillsPage(page.next_page_token);
    bills.push(...page.bills);
  }
  return [bills, revision];
};

const follow = async (start: State) => {
  let [state, told, wait] = [start, 0, 500];
  for (;;) {
    const call = changeService.WatchChanges({ after_revision: state.revision, store_epoch: state.epoch }, metadata);
    const watchdog = setTimeout(() => call.cancel(), SILENCE_MS);
    let pending: Change__Output[] = []; // of a revision that goes on in the next message; void when the stream breaks
    let away = 0;
    try {
      for await (const message of call as AsyncIterable<WatchChangesResponse__Output>) {
        watchdog.refresh();
        if (message.event === 'opened') {
          continue;
        }
        if (message.event === 'going_away') {
          const { seconds = '0', nanos = 0 } = message.going_away?.reconnect_after ?? {};
          away = Number(seconds) * 1000 + nanos / 1e6;
          continue;
        }
        wait = 500;
        if (message.event === 'reset') {
          console.error(`reset: ${message.reset!.reason}`);
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
          return;
        }
      }
    } catch (error) {
      if (REFUSED.includes((error as grpc.ServiceError).code)) {
        throw error; // trying again is of no use
      }
    } finally {
      clearTimeout(watchdog);
      call.cancel();
    }
    await sleep(away + Math.random() * wait);
    wait = Math.min(wait * 2, 15_000);
  }
};

const main = async () => {
  const [bills, revision] = await listBills();
  for (const bill of bills) {
    console.log(`bill ${bill.measure} ${bill.session} ${bill.stage} ${bill.freshness}`);
  }
  const state: State = existsSync(stateFile) ? JSON.parse(readFileSync(stateFile, 'utf8')) : { epoch: '', revision };
  console.log(`following after revision ${state.revision}`);
  await follow(state);
};

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
