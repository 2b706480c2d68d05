using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Server.Tests.Api;

/// <summary>UpdateBill as a client of any language sees it, over a real socket.</summary>
public sealed class UpdateBillTests : IAsyncLifetime
{
    private const string Introduced = "20250AB37999INT";
    private const string Amended = "20250AB37998AMD";
    private ApiWorld world = null!;
    private BillId bill;

    public async Task InitializeAsync()
    {
        world = await ApiWorld.StartAsync();
        bill = await world.TrackAsync(379);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task What_is_named_is_written_with_who_wrote_it_and_nothing_else()
    {
        await ReadVersionsAsync(Introduced);
        var read = await BillAsync();

        var answer = await UpdateAsync(
            new Bill
            {
                Etag = read.Etag,
                Position = "  sup\u001bport ",
                Priority = 2,
                Labels = { "youth", "youth", " ", "courts" },
                Owner = "Ada",
                Sponsors = { "A House, Inc." },
                WhatItDoes = new V1.HumanText { Text = "require\n platforms" },
                Notes = new V1.HumanText { Text = "one\r\n\r\n\r\ntwo\t three\n" },
                WhyItMatters = new V1.HumanText { Text = "not named" },
            },
            "Ana Díaz", "position", "priority", "labels", "owner", "sponsors", "what_it_does", "notes");

        var kept = answer.Bill;
        Assert.Equal(kept, await BillAsync());
        Assert.Equal(("support", "Ana Díaz", 2, "Ada"), (kept.Position, kept.PositionAuthor, kept.Priority, kept.Owner));
        Assert.Equal(world.Clock.Now, kept.PositionTime.ToDateTimeOffset());
        Assert.Equal(["youth", "courts"], kept.Labels);
        Assert.Equal(["A House, Inc."], kept.Sponsors);
        Assert.Equal(("require platforms", "Ana Díaz", Introduced, "", false), (kept.WhatItDoes.Text, kept.WhatItDoes.Author, kept.WhatItDoes.ForVersion, kept.WhatItDoes.ReviewedBy, kept.WhatItDoes.WrittenForOlderVersion));
        Assert.Equal(world.Clock.Now, kept.WhatItDoes.WriteTime.ToDateTimeOffset());
        Assert.Equal("one\n\ntwo three", kept.Notes.Text);
        Assert.Null(kept.WhyItMatters);
        Assert.NotEqual(read.Etag, kept.Etag);
        var log = await LogAsync(answer.Revision - 1);
        Assert.Equal(["position", "priority", "labels", "owner", "sponsors", "what_it_does", "notes"], log.Select(change => change.Field));
        Assert.All(log, change => Assert.Equal((V1.ChangeKind.Edited, "Ana Díaz", answer.Revision, null), (change.Kind, change.Actor, change.Revision, change.Provenance)));
        Assert.Equal(("", "youth\ncourts"), (log[2].OldValue, log[2].NewValue));
    }

    [Fact]
    public async Task An_old_etag_is_ABORTED_with_the_present_one_and_nothing_is_written()
    {
        var read = await BillAsync();
        var first = await UpdateAsync(new Bill { Etag = read.Etag, Owner = "Ana" }, "Ana", "owner");

        var (code, info, _) = await FaultAsync(new Bill { Etag = read.Etag, Owner = "Bo" }, "owner");

        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (code, info.Type));
        Assert.Equal(first.Bill.Etag, info.Metadata["etag"]);
        Assert.Equal(first.Bill, await BillAsync());
        Assert.Equal(first.Revision, await world.Store.HeadRevisionAsync(CancellationToken.None));
        var second = await UpdateAsync(new Bill { Etag = info.Metadata["etag"], Owner = "Bo" }, "Bo", "owner");
        Assert.Equal("Bo", second.Bill.Owner);
    }

    [Fact]
    public async Task A_star_writes_over_whatever_is_there_and_the_log_keeps_what_was()
    {
        await UpdateAsync(new Bill { Etag = "*", Owner = "Ana" }, "Ana", "owner");

        var answer = await UpdateAsync(new Bill { Etag = "*" }, "Bo", "owner");

        Assert.Empty(answer.Bill.Owner);
        var change = Assert.Single(await LogAsync(answer.Revision - 1));
        Assert.Equal(("Ana", "", "Bo"), (change.OldValue, change.NewValue, change.Actor));
    }

    [Fact]
    public async Task Nothing_that_differs_is_revision_0()
    {
        var first = await UpdateAsync(new Bill { Etag = "*", Owner = "Ana", Notes = new V1.HumanText { Text = "n" } }, "Ana", "owner", "notes");

        var again = await UpdateAsync(new Bill { Etag = first.Bill.Etag, Owner = " Ana ", Notes = first.Bill.Notes }, "Bo", "owner", "notes", "position");

        Assert.Equal(0, again.Revision);
        Assert.Equal(first.Bill, again.Bill);
    }

    [Fact]
    public async Task A_poll_between_reading_and_writing_breaks_nothing_and_moves_no_etag()
    {
        await ReadVersionsAsync(Introduced);
        var read = await BillAsync();
        await ReadVersionsAsync(Introduced, Amended);
        Assert.Equal(read.Etag, (await BillAsync()).Etag);

        var answer = await UpdateAsync(new Bill { Etag = read.Etag, WhatItDoes = new V1.HumanText { Text = "require it", ForVersion = Introduced } }, "Ana", "what_it_does");

        Assert.Equal((Introduced, true), (answer.Bill.WhatItDoes.ForVersion, answer.Bill.WhatItDoes.WrittenForOlderVersion));
        Assert.Equal(2, answer.Bill.Versions.Count);
    }

    [Fact]
    public async Task A_new_version_marks_the_text_and_a_review_settles_it()
    {
        await ReadVersionsAsync(Introduced);
        await UpdateAsync(new Bill { Etag = "*", WhatItDoes = new V1.HumanText { Text = "require it" } }, "Ana", "what_it_does");
        await ReadVersionsAsync(Introduced, Amended);
        var marked = await BillAsync();

        var answer = await world.Bills.UpdateBillAsync(new UpdateBillRequest { Bill = new Bill { Name = bill.ResourceName, Etag = marked.Etag }, Reviewed = { "what_it_does" }, Author = "Bo" });
        var anew = await UpdateAsync(new Bill { Etag = answer.Bill.Etag, WhatItDoes = new V1.HumanText { Text = "forbid it" } }, "Cy", "what_it_does");

        Assert.True(marked.WhatItDoes.WrittenForOlderVersion);
        var text = answer.Bill.WhatItDoes;
        Assert.Equal(("require it", "Ana", Amended, "Bo", false), (text.Text, text.Author, text.ForVersion, text.ReviewedBy, text.WrittenForOlderVersion));
        Assert.Equal(world.Clock.Now, text.ReviewTime.ToDateTimeOffset());
        Assert.Contains("read over by Bo", Assert.Single(await LogAsync(answer.Revision - 1), change => change.Revision == answer.Revision).Summary, StringComparison.Ordinal);
        Assert.Equal(("Cy", "", null), (anew.Bill.WhatItDoes.Author, anew.Bill.WhatItDoes.ReviewedBy, anew.Bill.WhatItDoes.ReviewTime));
    }

    public static TheoryData<string, Bill, string[]> Refused() => new()
    {
        { "bill.etag", new Bill { Owner = "Ana" }, ["owner"] },
        { "update_mask", new Bill { Etag = "*", Owner = "Ana" }, [] },
        { "update_mask", new Bill { Etag = "*", Title = "x" }, ["owner", "title"] },
        { "bill.priority", new Bill { Etag = "*", Priority = 4 }, ["priority"] },
        { "bill.position", new Bill { Etag = "*", Position = new string('x', 61) }, ["position"] },
        { "bill.owner", new Bill { Etag = "*", Owner = new string('x', 201) }, ["owner"] },
        { "bill.labels", new Bill { Etag = "*", Labels = { Enumerable.Range(0, 51).Select(i => $"l{i}") } }, ["labels"] },
        { "bill.labels", new Bill { Etag = "*", Labels = { new string('x', 61) } }, ["labels"] },
        { "bill.sponsors", new Bill { Etag = "*", Sponsors = { Enumerable.Range(0, 51).Select(i => $"s{i}") } }, ["sponsors"] },
        { "bill.plain_title", new Bill { Etag = "*", PlainTitle = new V1.HumanText { Text = new string('x', 121) } }, ["plain_title"] },
        { "bill.contact", new Bill { Etag = "*", Contact = new V1.HumanText { Text = new string('x', 2_001) } }, ["contact"] },
        { "bill.notes", new Bill { Etag = "*", Notes = new V1.HumanText { Text = new string('x', 20_001) } }, ["notes"] },
        { "bill.owner", new Bill { Etag = "*", Owner = "\u200b\u001b" }, ["owner"] },
        { "bill.notes.for_version", new Bill { Etag = "*", Notes = new V1.HumanText { Text = "x", ForVersion = "20250AB1INT" } }, ["notes"] },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_cannot_be_written_names_the_field_and_writes_nothing(string field, Bill wanted, string[] mask)
    {
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);

        var (code, info, named) = await FaultAsync(wanted, mask);

        Assert.Equal((StatusCode.InvalidArgument, "FIELD_INVALID", field), (code, info.Type, named));
        Assert.Equal(head, await world.Store.HeadRevisionAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("FIELD_INVALID", "position")]
    [InlineData("FIELD_INVALID", "owner", "owner")]
    [InlineData("FIELD_INVALID", "notes", "notes")]
    [InlineData("TEXT_MISSING", "notes")]
    public async Task A_review_of_what_is_no_text_or_not_there_is_refused(string reason, string reviewed, params string[] mask)
    {
        var request = new UpdateBillRequest { Bill = new Bill { Name = bill.ResourceName, Etag = "*", Notes = new V1.HumanText { Text = "n" } }, Reviewed = { reviewed }, UpdateMask = new FieldMask { Paths = { mask } } };

        Assert.Equal(reason, (await FaultAsync(request)).Info.Type);
    }

    [Fact]
    public async Task A_bill_that_is_not_tracked_is_NOT_FOUND_and_one_behind_a_proxy_may_not_write()
    {
        var unknown = await FaultAsync(new UpdateBillRequest { Bill = new Bill { Name = ApiWorld.Bill(380).ResourceName, Etag = "*" }, UpdateMask = new FieldMask { Paths = { "owner" } } });
        var nameless = await FaultAsync(new UpdateBillRequest { UpdateMask = new FieldMask { Paths = { "owner" } } });
        var forwarded = await Assert.ThrowsAsync<RpcException>(() => world.Bills.UpdateBillAsync(
            new UpdateBillRequest { Bill = new Bill { Name = bill.ResourceName, Etag = "*", Owner = "Eve" }, UpdateMask = new FieldMask { Paths = { "owner" } } },
            new Metadata { { "x-forwarded-for", "192.0.2.1" } }).ResponseAsync);

        Assert.Equal((StatusCode.NotFound, "BILL_NOT_FOUND"), (unknown.Code, unknown.Info.Type));
        Assert.Equal("FIELD_INVALID", nameless.Info.Type);
        Assert.Equal(StatusCode.PermissionDenied, forwarded.StatusCode);
        Assert.Empty((await BillAsync()).Owner);
    }

    [Fact]
    public async Task Labels_and_position_given_when_tracking_have_an_author_too()
    {
        var tracked = (await world.Bills.TrackBillAsync(new TrackBillRequest { Name = ApiWorld.Bill(831).ResourceName, Position = "watch", Labels = { "gaming" } })).Bill;

        Assert.Equal(("watch", "local user", "gaming"), (tracked.Position, tracked.PositionAuthor, Assert.Single(tracked.Labels)));
        Assert.Equal([V1.ChangeKind.Tracked, V1.ChangeKind.Edited, V1.ChangeKind.Edited], (await LogAsync(tracked.Revision - 1)).Select(change => change.Kind));
    }

    private async Task<Bill> BillAsync() => (await world.Bills.GetBillAsync(new GetBillRequest { Name = bill.ResourceName })).Bill;

    private async Task<IReadOnlyList<V1.Change>> LogAsync(long after) => (await world.Changes.ListChangesAsync(new ListChangesRequest { AfterRevision = after })).Changes;

    private async Task<UpdateBillResponse> UpdateAsync(Bill wanted, string author, params string[] mask)
    {
        wanted.Name = bill.ResourceName;
        return await world.Bills.UpdateBillAsync(new UpdateBillRequest { Bill = wanted, UpdateMask = new FieldMask { Paths = { mask } }, Author = author });
    }

    private async Task<(StatusCode Code, ErrorInfo Info, string Field)> FaultAsync(Bill wanted, params string[] mask)
    {
        wanted.Name = bill.ResourceName;
        return await FaultAsync(new UpdateBillRequest { Bill = wanted, UpdateMask = new FieldMask { Paths = { mask } } });
    }

    private async Task<(StatusCode Code, ErrorInfo Info, string Field)> FaultAsync(UpdateBillRequest request)
    {
        var fault = await Assert.ThrowsAsync<RpcException>(() => world.Bills.UpdateBillAsync(request).ResponseAsync);
        var details = Google.Rpc.Status.Parser.ParseFrom(fault.Trailers.GetValueBytes("grpc-status-details-bin")).Details;
        return (fault.StatusCode, details[0].Unpack<ErrorInfo>(), details.Count > 1 ? details[1].Unpack<BadRequest>().FieldViolations.Single().Field : "");
    }

    /// <summary>Records a reading with these versions, as a poll would.</summary>
    private async Task ReadVersionsAsync(params string[] versions)
    {
        var before = (await world.Store.FindBillAsync(bill, CancellationToken.None))!;
        var poll = $"polls/{before.Revision}-{versions.Length}";
        var provenance = new Legislature.Provenance("bulk", "http://example.org/pubinfo.zip", world.Clock.Now, $"hash {poll}", poll, "test/1");
        var line = new HistoryLine(new DateOnly(2025, 2, 3), "Read first time. To print.");
        var record = new BillRecord
        {
            Id = bill,
            Topic = "Crimes.",
            History = [line],
            Versions = [.. versions.Select((id, at) => new BillVersion(id, new DateOnly(2025, 2, 3).AddDays(at), at == 0 ? "Introduced" : "Amended Assembly", null))],
        };
        var difference = new Difference(Legislature.ChangeKind.VersionAdded, null, null, versions[^1], null, "A version was printed.");
        await world.Store.RecordReadingAsync(
            before, record, [new RecordedAction(line, 1, world.Clock.Now, false, provenance)], [difference], provenance, ReadOnlyMemory<byte>.Empty,
            new Server.Recording.PollEntry(poll, "bulk", bill, Server.Recording.PollOutcome.Changed, world.Clock.Now, world.Clock.Now, 200, 1, 1, null, null), CancellationToken.None);
    }
}
