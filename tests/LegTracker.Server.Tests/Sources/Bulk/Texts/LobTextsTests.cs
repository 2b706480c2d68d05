using System.Text;
using LegTracker.Legislature;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources.Bulk.Texts;

public sealed class LobTextsTests
{
    private static readonly BillId Ab1 = BillId.FromLeginfoId("202520260AB1");
    private static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");

    [SharedDataFact]
    public async Task The_newest_real_text_of_a_wanted_bill_is_read_with_its_title()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", BulkZip.Real("9506", "1532"), BulkHost.Sunday);

        var record = (await host.PollAsync(null, new BillRequest(Ab831, null))).Read(Ab831).Record;

        Assert.Equal("An act to amend Section 17539.1 of the Business and Professions Code, and to add Section 337o to the Penal Code, relating to gambling.", record.Title);
        Assert.Equal(("20250AB83194CHP", true, true), (record.Text!.VersionId, record.Text.IsRead, record.Text.IsFinal));
        Assert.EndsWith("/pubinfo_2025.zip, BILL_VERSION_TBL_9506.lob", record.Text.Address, StringComparison.Ordinal);
        Assert.Empty(record.Text.Operative);
        Assert.False(record.EffectFacts.Urgency);
    }

    [Fact]
    public async Task An_operative_date_comes_with_its_sentence()
    {
        const string Constructed = "This bill would, beginning January 1, 2027, prohibit it.";
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", One().Bytes(("BILL_VERSION_TBL_1.lob", Caml.Of($"<p>{Constructed}</p>"))), BulkHost.Sunday);

        var text = (await host.PollAsync(null, new BillRequest(Ab1, null))).Read(Ab1).Record.Text!;

        var said = Assert.Single(text.Operative);
        Assert.Equal((new DateOnly(2027, 1, 1), Constructed), (said.Date, said.Sentence));
        Assert.Equal("Penal Code 1", Assert.Single(text.CodeSections));
    }

    [Theory]
    [InlineData(null, "holds no text")]
    [InlineData("<caml:MeasureDoc", "cannot be read: its XML is broken")]
    [InlineData("<html/>", "cannot be read: it is no measure's XML")]
    [InlineData("20250AB__000298AMD", "is of 20250AB298AMD")]
    public async Task A_missing_or_broken_text_leaves_the_status_and_says_why_it_was_not_read(string? lob, string reason)
    {
        await using var host = new BulkHost();
        (string, byte[])[] others = lob is null ? [] : [("BILL_VERSION_TBL_1.lob", lob.StartsWith('<') ? Encoding.UTF8.GetBytes(lob) : Caml.Of("<p>x</p>", id: lob))];
        host.Put("pubinfo_2025.zip", One().Bytes(others), BulkHost.Sunday);

        var first = await host.PollAsync(null, new BillRequest(Ab1, null));
        var read = first.Read(Ab1);
        var second = await host.PollAsync(first.Validators(), new BillRequest(Ab1, read.Provenance.ContentSha256));

        Assert.Equal("Read first time. To print.", read.LastLine());
        Assert.Contains(reason, read.Record.Text!.Fault, StringComparison.Ordinal);
        Assert.Null(read.Record.Title);
        Assert.Equal(new SourceEvent.BillUnchanged(Ab1, NotModified: true, 304, 0), second[0]);
    }

    [Fact]
    public async Task Only_the_texts_of_wanted_bills_are_moved()
    {
        // Texts that do not shrink, each larger than a part; the zip's end, which the first request brings, holds the tables.
        var noise = new byte[3 << 20];
        new Random(1).NextBytes(noise);
        await using var host = new BulkHost();
        var zip = One().Bytes(("BILL_VERSION_TBL_7.lob", noise), ("BILL_VERSION_TBL_1.lob", Caml.Of("<p>x</p>")), ("BILL_VERSION_TBL_8.lob", noise), ("BILL_VERSION_TBL_9.lob", noise));
        host.Put("pubinfo_2025.zip", zip, BulkHost.Sunday);

        var read = (await host.PollAsync(null, new BillRequest(Ab1, null))).Read(Ab1);

        Assert.True(read.Record.Text!.IsRead);
        Assert.InRange(read.BodyBytes, 1, 3 << 20);
        Assert.True(zip.Length > 9 << 20);
    }

    [Fact]
    public async Task A_text_that_could_not_be_fetched_is_asked_for_again_and_nothing_else_waits_for_it()
    {
        var noise = new byte[2 << 20];
        new Random(1).NextBytes(noise);
        var zip = One().Bytes(("BILL_VERSION_TBL_7.lob", noise), ("BILL_VERSION_TBL_1.lob", Caml.Of("<p>x</p>")), ("BILL_VERSION_TBL_8.lob", noise));
        var textAt = zip.AsSpan().IndexOf("BILL_VERSION_TBL_1.lob"u8) / (256 << 10) * (256 << 10);
        var broken = true;
        await using var host = new BulkHost();
        host.On("pubinfo_2025.zip", request => broken && request.Header("Range")?.StartsWith($"bytes={textAt}-", StringComparison.Ordinal) is true
            ? TinySite.Answer(404, [])
            : TinySite.File(request, zip, BulkHost.Sunday));

        var first = await host.PollAsync(null, new BillRequest(Ab1, null));
        broken = false;
        var second = await host.PollAsync(first.Validators(), new BillRequest(Ab1, first.Read(Ab1).Provenance.ContentSha256));

        Assert.Equal("Read first time. To print.", first.Read(Ab1).LastLine());
        Assert.Contains("could not be fetched", first.Read(Ab1).Record.Text!.Fault, StringComparison.Ordinal);
        Assert.True(second.Read(Ab1).Record.Text!.IsRead);
    }

    [Fact]
    public async Task What_an_older_reader_took_is_read_anew()
    {
        await using var host = new BulkHost();
        host.Put("pubinfo_2025.zip", One().Bytes(("BILL_VERSION_TBL_1.lob", Caml.Of("<p>x</p>"))), BulkHost.Sunday);
        var first = await host.PollAsync(null, new BillRequest(Ab1, null));

        var again = await host.PollAsync(first.Validators().SetItem("bulk/reader", "bulk/1"), new BillRequest(Ab1, "the hash of an older reader"));

        Assert.True(again.Read(Ab1).Record.Text!.IsRead);
        Assert.Equal("bulk/3", again.Validators()["bulk/reader"]);
    }

    private static BulkZip One() => new BulkZip().Bill(Ab1, "In Committee Process", "Read first time. To print.");
}
