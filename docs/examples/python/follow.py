"""Lists the watch list, then follows every change: python3 follow.py ADDRESS STATE_FILE [STOP_AFTER]"""
import asyncio, json, os, random, sys

import grpc

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "generated"))
from legtracker.v1 import bill_service_pb2 as bills, bill_service_pb2_grpc as bill_service
from legtracker.v1 import change_service_pb2 as changes, change_service_pb2_grpc as change_service
from legtracker.v1 import common_pb2 as common

PASSING = {grpc.StatusCode.UNAVAILABLE, grpc.StatusCode.RESOURCE_EXHAUSTED, grpc.StatusCode.CANCELLED,
           grpc.StatusCode.DEADLINE_EXCEEDED, grpc.StatusCode.INTERNAL, grpc.StatusCode.UNKNOWN}
SILENCE = 45  # seconds: three heartbeats of 15
token = os.environ.get("LEGTRACKER_TOKEN")
metadata = [("authorization", f"Bearer {token}")] if token else []


def load(path):
    if not os.path.exists(path):
        return None
    with open(path) as file:
        return json.load(file)


def save(path, state):
    """All or nothing: a crash leaves the old position, never half of a new one."""
    with open(path + ".new", "w") as file:
        json.dump(state, file)
        file.flush()
        os.fsync(file.fileno())
    os.replace(path + ".new", path)


async def list_bills(channel):
    """Every bill; the revision of the first page, so that a watch begun after it misses nothing."""
    stub, page_token, revision, listed = bill_service.BillServiceStub(channel), "", None, []
    while True:
        request = bills.ListBillsRequest(page_token=page_token)
        request.read_mask.paths.extend(["measure", "session", "stage", "freshness"])
        page = await stub.ListBills(request, metadata=metadata, timeout=30, wait_for_ready=True)
        revision = page.revision if revision is None else revision
        listed.extend(page.bills)
        page_token = page.next_page_token
        if not page_token:
            return listed, revision


async def follow(channel, path, state, stop_after):
    stub, told, wait, away = change_service.ChangeServiceStub(channel), 0, 0.5, 0.0
    while True:
        call = stub.WatchChanges(changes.WatchChangesRequest(after_revision=state["revision"], store_epoch=state["epoch"]),
                                 metadata=metadata)
        pending = []  # of a revision that goes on in the next message; void when the stream breaks
        try:
            while (message := await asyncio.wait_for(call.read(), SILENCE)) is not grpc.aio.EOF:
                event = message.WhichOneof("event")
                if event == "opened":
                    continue
                if event == "going_away":
                    away = message.going_away.reconnect_after.ToMilliseconds() / 1000
                    continue
                wait = 0.5
                if event == "reset":
                    print("reset:", message.reset.reason, file=sys.stderr)
                elif event == "snapshot":
                    for bill in message.snapshot.bills:
                        print("now", bill.measure, bill.session, common.Stage.Name(bill.stage))
                elif event == "changes":
                    pending.extend(message.changes.changes)
                more = (event == "reset" or (event == "snapshot" and not message.snapshot.last)
                        or (event == "changes" and message.changes.more_of_revision))
                if more:
                    continue  # nothing is complete yet, so the position stays
                for change in pending:
                    print(change.name, changes.ChangeKind.Name(change.kind), change.summary)
                told, pending = told + len(pending), []
                sys.stdout.flush()
                state = {"epoch": message.store_epoch, "revision": message.revision}
                save(path, state)
                if stop_after and told >= stop_after:
                    return
        except grpc.aio.AioRpcError as error:
            if error.code() not in PASSING:
                raise  # the request itself is refused: trying again is of no use
        except asyncio.TimeoutError:
            print("no sign of life", file=sys.stderr)
        finally:
            call.cancel()
        await asyncio.sleep(away + random.uniform(0, wait))
        wait, away = min(wait * 2, 15), 0.0


async def main(address, path, stop_after=0):
    channel = (grpc.aio.secure_channel(address.removeprefix("https://"), grpc.ssl_channel_credentials())
               if address.startswith("https://") else grpc.aio.insecure_channel(address))
    async with channel:
        listed, revision = await list_bills(channel)
        for bill in listed:
            print("bill", bill.measure, bill.session, common.Stage.Name(bill.stage), common.Freshness.Name(bill.freshness))
        state = load(path) or {"epoch": "", "revision": revision}
        print("following after revision", state["revision"], flush=True)
        await follow(channel, path, state, int(stop_after))


asyncio.run(main(*sys.argv[1:]))
