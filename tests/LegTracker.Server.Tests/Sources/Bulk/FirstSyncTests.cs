using LegTracker.Legislature;

namespace LegTracker.Server.Tests.Sources.Bulk;

/// <summary>How little of a large file is fetched, and what a broken connection costs.</summary>
public sealed class FirstSyncTests
{
    private const string Session = "pubinfo_2015.zip";

    private static readonly BillId Sb1322 = BillId.FromLeginfoId("201520160SB1322");
    private static readonly DateTimeOffset Built = new(2016, 12, 5, 5, 25, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_past_session_costs_less_than_a_twentieth_of_its_file()
    {
        var file = Large(64 << 20);
        await using var host = new BulkHost();
        host.Put(Session, file, Built);

        var events = await host.PollAsync(null, new BillRequest(Sb1322, null));

        var read = events.Read(Sb1322);
        Assert.Equal("Introduced.", read.LastLine());
        Assert.InRange(read.BodyBytes, 1, file.Length / 20);
        Assert.Equal([Session], host.Asked.Distinct());
        var history = host.Progress.Last(told => told.What == "pubinfo_2015.zip, BILL_HISTORY_TBL");
        Assert.Equal((1, true), (history.Rows, history.BytesDone > 0 && history.BytesDone == history.BytesTotal));
    }

    [Fact]
    public async Task A_part_that_breaks_off_is_asked_for_again()
    {
        var file = Large(4 << 20);
        var parts = 0;
        await using var host = new BulkHost();
        host.On(Session, request => TinySite.File(request, file, Built) is var answer && Interlocked.Increment(ref parts) % 2 == 0 ? answer[..^100] : answer);

        var events = await host.PollAsync(null, new BillRequest(Sb1322, null));

        Assert.Equal("Introduced.", events.Read(Sb1322).LastLine());
        Assert.Empty(events.OfType<SourceEvent.FetchFailed>());
    }

    [Fact]
    public async Task A_part_that_never_comes_fails_after_a_few_attempts()
    {
        var file = Large(4 << 20);
        var parts = 0;
        await using var host = new BulkHost();
        host.On(Session, request => Interlocked.Increment(ref parts) == 1 ? TinySite.File(request, file, Built) : TinySite.Answer(503, []));

        var events = await host.PollAsync(null, new BillRequest(Sb1322, null));

        Assert.Equal("FetchFailed", events.Of(Sb1322));
        Assert.Equal(4, parts);
    }

    [Fact]
    public async Task A_whole_download_that_breaks_off_goes_on_where_it_was()
    {
        var file = Large(1 << 20);
        await using var host = new BulkHost();
        host.On(Session, request => request.Header("Range") is { } range && !range.StartsWith("bytes=-", StringComparison.Ordinal)
            ? TinySite.File(request, file, Built)
            : TinySite.File(request, file, Built, parts: false)[..(file.Length / 2)]);

        var events = await host.PollAsync(null, new BillRequest(Sb1322, null));

        Assert.Equal("Introduced.", events.Read(Sb1322).LastLine());
        Assert.Equal(2, host.Asked.Count());
        Assert.Equal(Built.ToString("R"), host.Site.Requests.Last().Header("If-Range"));
        Assert.Empty(Directory.EnumerateFiles(host.Folder));
    }

    [Fact]
    public async Task A_broken_download_of_a_host_without_parts_begins_again()
    {
        var file = Large(1 << 20);
        var requests = 0;
        await using var host = new BulkHost();
        host.On(Session, request => TinySite.File(request, file, Built, parts: false) is var answer && Interlocked.Increment(ref requests) == 1 ? answer[..(file.Length / 2)] : answer);

        var events = await host.PollAsync(null, new BillRequest(Sb1322, null));

        Assert.Equal("Introduced.", events.Read(Sb1322).LastLine());
        Assert.Empty(Directory.EnumerateFiles(host.Folder));
    }

    [Fact]
    public async Task What_a_killed_process_left_in_the_downloads_folder_is_deleted()
    {
        await using var host = new BulkHost();
        host.Put(Session, Large(1000), Built);
        Directory.CreateDirectory(host.Folder);
        await File.WriteAllTextAsync(Path.Combine(host.Folder, "left.zip"), "half a file");

        await host.PollAsync(null, new BillRequest(Sb1322, null));

        Assert.Empty(Directory.EnumerateFiles(host.Folder));
    }

    // The texts are nearly all of a session file, and the tables stand between them.
    private static byte[] Large(int textBytes)
    {
        var texts = new (string, byte[])[8];
        var random = new Random(1);
        for (var index = 0; index < texts.Length; index++)
        {
            var noise = new byte[textBytes / texts.Length];
            random.NextBytes(noise);
            texts[index] = ($"BILL_VERSION_TBL_{index + 10}.lob", noise);
        }

        return new BulkZip().Bill(Sb1322, "Chaptered", "Introduced.").Bytes(texts);
    }
}
