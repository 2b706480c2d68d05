using System.IO.Compression;
using System.Text;
using LegTracker.Legislature;
using LegTracker.Server.Recording;
using LegTracker.Server.Tests.Sources;
using LegTracker.Server.Tests.Sources.Bulk;
using LegTracker.Server.Tests.Sources.Pages;
using Xunit.Abstractions;
using static LegTracker.Server.Tests.Tracking.HostileWorld;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>Every kind of hostile answer, through the real sources and polls into a real store: 0 changes recorded, and the true answer still is.</summary>
/// <remarks>Each answer is made of a true page or file with a newer line, so that believing it would be a change.</remarks>
public sealed class HostileAnswerTests(ITestOutputHelper output)
{
    private static readonly string History = SitePages.History(Newer);
    private static readonly string Status = SitePages.Status(Newer);
    private static readonly BillRecord Other = Newer with { Id = BillId.FromLeginfoId("202520260AB380") };
    private static readonly BillRecord LastSession = Newer with { Id = BillId.FromLeginfoId("202320240AB379") };

    private static readonly string[] Refusals =
    [
        "<html><head><title>Request Rejected</title></head><body>The requested URL was rejected. Your support ID is: 8412907712</body></html>",
        "<html><head><title>403 Forbidden</title></head><body><h1>Access Denied</h1></body></html>",
        "<html><head><title>Just a moment...</title></head><body>Checking your browser<script src=\"/cdn-cgi/challenge\"></script></body></html>",
        "<html><body><h1>Maintenance</h1>This site is down for scheduled maintenance.</body></html>",
        "<html><body>Service temporarily unavailable</body></html>",
        "<html><body><form><input type=\"password\" name=\"p\"></form></body></html>",
        "<html><body>Your session has expired. javax.faces.application.ViewExpiredException</body></html>",
        "<html><body></body></html>",
        "{\"error\":\"rate limited\"}",
        "",
    ];

    private static readonly string[] EmptyTables =
    [
        SitePages.History(Newer, ""),
        SitePages.History(Newer, "<tr></tr><tr><td></td></tr>"),
        SitePages.History(Newer, "<tr><td>02/03/25</td><td> </td></tr>"),
        SitePages.History(Newer, "<tr><td>someday</td><td>Chaptered by Secretary of State - Chapter 1, Statutes of 2025.</td></tr>"),
        SitePages.Frame(Newer, "<p>No history.</p>"),
        SitePages.Frame(Newer, "<table id=\"billhistory\"></table>"),
    ];

    [Fact]
    public Task Pages_cut_in_every_framing() => PagesAsync("cut pages",
        [.. Cuts(History).SelectMany(cut => Framings(History, cut)).Select(bytes => OfHistory(bytes)), .. Cuts(Status).SelectMany(cut => Framings(Status, cut)).Select(bytes => OfStatus(bytes))]);

    [Fact]
    public Task Pages_compressed_and_cut_or_in_a_way_not_asked_for() => PagesAsync("compressed and cut pages",
        [.. Encoded(History).Select(bytes => OfHistory(bytes)), .. Encoded(Status).Select(bytes => OfStatus(bytes))]);

    [Fact]
    public Task Pages_of_another_bill_or_session() => PagesAsync("pages of another bill",
    [
        OfHistory(TinySite.Html(SitePages.History(Other))), OfStatus(TinySite.Html(SitePages.Status(Other))), Both(SitePages.History(Other), SitePages.Status(Other)),
        OfHistory(TinySite.Html(SitePages.History(LastSession))), OfStatus(TinySite.Html(SitePages.Status(LastSession))), Both(SitePages.History(LastSession), SitePages.Status(LastSession)),
        Both(Status, History),
    ]);

    [Fact]
    public Task Refusals_with_status_200() => PagesAsync("refusals with status 200",
        [.. Refusals.SelectMany(page => new[] { OfHistory(TinySite.Html(page)), OfStatus(TinySite.Html(page)), Both(page, page) })]);

    [Fact]
    public Task Tables_without_lines() => PagesAsync("empty tables", [.. EmptyTables.Select(page => OfHistory(TinySite.Html(page)))]);

    [Fact]
    public Task Hostile_nesting() => PagesAsync("hostile nesting",
    [
        .. new[] { Nested("<div>", 100_000), Nested("<table><tr><td>", 40_000), Nested("<b><i>", 300_000), Nested("<svg><math>", 60_000) }
            .SelectMany(nested => new[] { OfHistory(TinySite.Html(Within(History, nested))), OfStatus(TinySite.Html(Within(Status, nested))) }),
    ]);

    [Fact]
    public Task Bombs() => PagesAsync("bombs",
    [
        .. new[] { OfHistory, (Func<byte[], Func<TinyRequest, byte[]?>>)OfStatus }.SelectMany(of => new[]
        {
            of(TinySite.Answer(200, Gzip(new byte[64 << 20]), "Content-Encoding: gzip", "Content-Type: text/html")),
            of(TinySite.Answer(200, Gzip(Gzip(new byte[64 << 20])), "Content-Encoding: gzip, gzip", "Content-Type: text/html")),
            of(TinySite.Html(Within(History, new string(' ', 5 << 20)))),
            of([.. TinySite.Head(200, "Content-Type: text/html"), .. new byte[5 << 20]]),
        }),
    ]);

    [Fact]
    public Task Redirects() => PagesAsync("redirects",
    [
        .. new[]
        {
            "/faces/billHistoryClient.xhtml?bill_id=202520260AB379", "http://169.254.169.254/latest/meta-data", "http://10.0.0.1/", "http://localhost:9/", "http://[::1]:9/",
            "http://example.com/page", "https://127.0.0.1:9/", "http://127.0.0.1:9/", "file:///etc/passwd", "javascript:alert(1)", "//example.com/", "",
        }.SelectMany(target => new[]
        {
            OfHistory(TinySite.Answer(302, [], $"Location: {target}")), OfStatus(TinySite.Answer(301, [], $"Location: {target}")), OfStatus(TinySite.Answer(307, Encoding.UTF8.GetBytes(Status), $"Location: {target}")),
        }),
    ]);

    [Fact]
    public async Task Certificates_that_nobody_vouches_for()
    {
        await using var selfSigned = new TinyTlsSite("127.0.0.1", TinySite.Html(History), 2024);
        await using var expired = new TinyTlsSite("127.0.0.1", TinySite.Html(History), 2010);
        await using var otherName = new TinyTlsSite("leginfo.example.org", TinySite.Html(History), 2024);
        var answers = 0;
        foreach (var site in new[] { selfSigned, expired, otherName })
        {
            foreach (var source in new[] { "pages", "bulk" })
            {
                await using var world = await HostileWorld.StartAsync(source, site.Address);
                await NothingIsRecordedAsync(world, 1);
            }

            Assert.True(site.Connections >= 2, "nobody asked");
            Assert.Equal(0, site.Trusted);
            answers += site.Connections;
        }

        output.WriteLine($"certificates: {answers} connections, 0 requests sent over them, 0 changes recorded");
    }

    [Fact]
    public async Task Bulk_files_cut_broken_bombed_or_of_something_else()
    {
        var zip = Zip(Newer);
        var bad = Table(Newer).Row("BILL_HISTORY_TBL", "`202520260AB379`", "9999", "someday", "`Chaptered.`", "`u`", "2026-01-01 00:00:00", "99", "`1`", "`Applied`", "`Assembly`", "NULL", "NULL", "NULL").Bytes();
        byte[][] files =
        [
            .. new[] { 0, 1, 4, 100, zip.Length / 2, zip.Length - 22, zip.Length - 1 }.Select(length => zip[..length]),
            .. Enumerable.Range(1, 12).Select(at => Flipped(zip, BodyOf(zip, "BILL_HISTORY_TBL.dat") + (5 * at))),
            Encoding.UTF8.GetBytes(History),
            bad,
            Table(Newer).Row("BILL_HISTORY_TBL", "`202520260AB379`", "one column too few").Bytes(),
            Table(Newer).Without("BILL_HISTORY_TBL").Bytes(),
            Table(Newer).Without("BILL_TBL").Bytes(),
            new BulkZip().State(Newer.Id, "Chaptered").Print(Newer.Id, 99, "INT", "Introduced").Bytes(),
            ZipBomb(64 << 20),
            new BulkZip().Bill(Other.Id, "Chaptered", "Read first time. To print.").Bytes(),
        ];
        await using var world = await HostileWorld.StartAsync("bulk");
        var answers = 0;
        foreach (var file in files)
        {
            foreach (var parts in new[] { true, false })
            {
                answers += await NothingIsRecordedAsync(world, 1, request => request.Path == "/pubinfo_2025.zip"
                    ? TinySite.File(request, file, BulkHost.Thursday.AddHours(-1), parts)
                    : TinySite.Answer(404, []));
            }
        }

        answers += await NothingIsRecordedAsync(world, 1, request => TinySite.File(request, zip, BulkHost.Thursday.AddHours(-1), parts: false)[..^100]);
        await TheTruthIsRecordedAsync(world);
        output.WriteLine($"bulk files: {answers} hostile answers, 0 changes recorded");
    }

    private async Task PagesAsync(string kind, Func<TinyRequest, byte[]?>[] hostile)
    {
        await using var world = await HostileWorld.StartAsync("pages");
        var answers = 0;
        foreach (var one in hostile)
        {
            answers += await NothingIsRecordedAsync(world, 1, request => one(request) ?? True(request));
        }

        await TheTruthIsRecordedAsync(world);
        output.WriteLine($"{kind}: {hostile.Length} hostile answers in {answers} polls, 0 changes recorded");
    }

    // Polls, and finds the record as it was.
    private static async Task<int> NothingIsRecordedAsync(HostileWorld world, int polls, Func<TinyRequest, byte[]?>? hostile = null)
    {
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);
        var before = await world.Store.FindBillAsync(Newer.Id, CancellationToken.None);
        if (hostile is not null)
        {
            world.Serve(hostile);
        }

        for (var poll = 0; poll < polls; poll++)
        {
            var entry = await world.PollAsync();
            Assert.Equal(0, entry.ChangeCount);
        }

        var after = await world.Store.FindBillAsync(Newer.Id, CancellationToken.None);
        Assert.Equal(head, await world.Store.HeadRevisionAsync(CancellationToken.None));
        Assert.Equal(before!.Actions.ToList(), after!.Actions.ToList());
        Assert.NotEqual(Freshness.NeverPolled, after.Freshness);
        return polls;
    }

    private static async Task TheTruthIsRecordedAsync(HostileWorld world)
    {
        var head = await world.Store.HeadRevisionAsync(CancellationToken.None);
        world.Serve(True);
        var entry = await world.PollAsync();
        Assert.True(entry is { Outcome: PollOutcome.Changed, ErrorReason: null }, $"{entry.ErrorReason} {entry.ErrorDetail}");
        Assert.Equal(head + 1, await world.Store.HeadRevisionAsync(CancellationToken.None));
    }

    private static Func<TinyRequest, byte[]?> OfHistory(byte[] answer) => request => request.Path.Contains("billHistoryClient", StringComparison.Ordinal) ? answer : null;

    private static Func<TinyRequest, byte[]?> OfStatus(byte[] answer) => request => request.Path.Contains("billStatusClient", StringComparison.Ordinal) ? answer : null;

    private static Func<TinyRequest, byte[]?> Both(string history, string status) => request => OfHistory(TinySite.Html(history))(request) ?? OfStatus(TinySite.Html(status))(request);

    private static IEnumerable<int> Cuts(string page) => Enumerable.Range(1, 9).Select(tenth => page.Length * tenth / 10).Append(page.Length - 1).Append(page.LastIndexOf("</html>", StringComparison.Ordinal));

    // What is left of a page, in each way in which HTTP can end it.
    private static IEnumerable<byte[]> Framings(string page, int cut)
    {
        var (whole, rest) = (Encoding.UTF8.GetBytes(page), Encoding.UTF8.GetBytes(page[..cut]));
        const string Type = "Content-Type: text/html;charset=UTF-8";
        yield return [.. TinySite.Head(200, Type, $"Content-Length: {whole.Length}"), .. rest];
        yield return [.. TinySite.Head(200, Type, "Transfer-Encoding: chunked"), .. Encoding.ASCII.GetBytes($"{whole.Length:x}\r\n"), .. rest];
        yield return [.. TinySite.Head(200, Type, "Transfer-Encoding: chunked"), .. Encoding.ASCII.GetBytes($"{rest.Length:x}\r\n"), .. rest, .. "\r\n"u8];
        yield return [.. TinySite.Head(200, Type), .. rest];
        yield return TinySite.Answer(200, rest, Type);
        yield return [.. TinySite.Head(200, Type, "Transfer-Encoding: chunked"), .. Encoding.ASCII.GetBytes($"{rest.Length:x}\r\n"), .. rest, .. "\r\n0\r\n\r\n"u8];
        yield return TinySite.Answer(200, Gzip(rest), Type, "Content-Encoding: gzip");
    }

    private static IEnumerable<byte[]> Encoded(string page)
    {
        var body = Encoding.UTF8.GetBytes(page);
        foreach (var (name, packed) in new[] { ("gzip", Gzip(body)), ("deflate", Pack(body, stream => new ZLibStream(stream, CompressionLevel.Fastest))), ("br", Pack(body, stream => new BrotliStream(stream, CompressionLevel.Fastest))) })
        {
            foreach (var length in new[] { packed.Length / 4, packed.Length / 2, packed.Length - 9, packed.Length - 1 })
            {
                yield return TinySite.Answer(200, packed[..length], $"Content-Encoding: {name}");
                yield return [.. TinySite.Head(200, $"Content-Encoding: {name}"), .. packed[..length]];
                yield return [.. TinySite.Head(200, $"Content-Encoding: {name}", $"Content-Length: {packed.Length}"), .. packed[..length]];
            }

            if (name != "gzip")
            {
                yield return TinySite.Answer(200, packed, $"Content-Encoding: {name}");
            }
        }
    }

    private static string Nested(string open, int times) => string.Concat(Enumerable.Repeat(open, times));

    private static string Within(string page, string inside) => page.Replace("<input type=\"hidden\" name=\"javax", inside + "<input type=\"hidden\" name=\"javax", StringComparison.Ordinal);

    private static int BodyOf(byte[] zip, string entry) => Encoding.Latin1.GetString(zip).IndexOf(entry, StringComparison.Ordinal) + entry.Length;

    private static byte[] Flipped(byte[] bytes, int at)
    {
        var copy = bytes.ToArray();
        copy[at] ^= 0x55;
        return copy;
    }

    private static byte[] Gzip(byte[] body) => Pack(body, stream => new GZipStream(stream, CompressionLevel.Fastest));

    private static byte[] Pack(byte[] body, Func<Stream, Stream> open)
    {
        var target = new MemoryStream();
        using (var stream = open(target))
        {
            stream.Write(body);
        }

        return target.ToArray();
    }

    // A table of tabs and line ends, a thousandth of its size when packed.
    private static byte[] ZipBomb(int bytes)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var table in new[] { "BILL_TBL", "BILL_HISTORY_TBL", "BILL_VERSION_TBL", "BILL_VERSION_AUTHORS_TBL" })
            {
                using var entry = zip.CreateEntry(table + ".dat", CompressionLevel.Fastest).Open();
                entry.Write(new byte[bytes]);
            }
        }

        return packed.ToArray();
    }
}
