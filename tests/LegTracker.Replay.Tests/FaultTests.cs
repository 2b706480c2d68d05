using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;

namespace LegTracker.Replay.Tests;

public sealed class FaultTests
{
    private const string Status = "/faces/billStatusClient.xhtml?bill_id=202520260AB831";
    private const string Zip = "/pubinfo_2025.zip";

    [Theory]
    [InlineData(FaultKind.CutWithLength, Zip)]
    [InlineData(FaultKind.CutWithLength, Status)]
    [InlineData(FaultKind.CutChunked, Zip)]
    [InlineData(FaultKind.CutChunked, Status)]
    public async Task A_cut_body_breaks_off(FaultKind kind, string path)
    {
        await using var site = await Faulty(new ReplayFault(kind));

        using var response = await site.Send(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(kind == FaultKind.CutChunked, response.Headers.TransferEncodingChunked ?? false);
        using var got = new MemoryStream();
        await Assert.ThrowsAsync<HttpIOException>(async () => await (await response.Content.ReadAsStreamAsync()).CopyToAsync(got));
        Assert.True(got.Length > 1000);
        Assert.Equal(kind == FaultKind.CutWithLength ? got.Length : null, response.Content.Headers.ContentLength / 2);
    }

    [Fact]
    public async Task A_cut_body_without_length_looks_whole()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.CutWithoutLength) { Count = 1 });

        using var response = await site.Send(Status);
        var length = response.Content.Headers.ContentLength;
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.False(response.Headers.TransferEncodingChunked ?? false);
        Assert.Null(length);
        Assert.Contains("bill_title", page, StringComparison.Ordinal);
        Assert.DoesNotContain("</html>", page, StringComparison.Ordinal);
        Assert.Contains("</html>", await site.Page(Status), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_gzipped_for_who_asks_and_cut_in_its_gzipped_form()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.CutWithoutLength));

        using var response = await site.Send(Status, prepare: request => request.Headers.Add("Accept-Encoding", "gzip"));
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        Assert.Equal([0x1F, 0x8B], bytes[..2]);
        site.Replay.Faults.Clear();
        using var whole = await site.Send(Status, prepare: request => request.Headers.Add("Accept-Encoding", "gzip"));
        using var text = new StreamReader(new GZipStream(await whole.Content.ReadAsStreamAsync(), CompressionMode.Decompress));
        Assert.Contains("</html>", await text.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_gives_no_answer()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.Reset));

        await Assert.ThrowsAsync<HttpRequestException>(() => site.Send(Status));
    }

    [Theory]
    [InlineData(FaultKind.GarbageZip)]
    [InlineData(FaultKind.HalfZip)]
    public async Task A_broken_zip_comes_with_an_honest_length(FaultKind kind)
    {
        await using var site = await Faulty(new ReplayFault(kind) { Count = 1 });

        var broken = await site.Zip("pubinfo_2025.zip");
        var whole = await site.Zip("pubinfo_2025.zip");

        Assert.Equal(kind == FaultKind.HalfZip ? whole.Length / 2 : whole.Length, broken.Length);
        Assert.Throws<InvalidDataException>(() => new ZipArchive(new MemoryStream(broken)));
    }

    [Fact]
    public async Task Another_measures_page_can_come()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.OtherBill));

        var page = await site.Page(Status);

        Assert.NotNull(RunningLegislature.Element(page, "measureNum"));
        Assert.NotEqual("AB-831", RunningLegislature.Element(page, "measureNum"));
    }

    [Fact]
    public async Task A_history_table_can_be_empty()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.EmptyHistory));

        var page = await site.HistoryOf("202520260AB831");

        Assert.Equal("AB-831", RunningLegislature.Element(page, "measureNum"));
        Assert.Contains("id=\"billhistory\"", page, StringComparison.Ordinal);
        Assert.Empty(RunningLegislature.Rows(page));
    }

    [Fact]
    public async Task A_stale_page_lacks_the_newest_day()
    {
        await using var site = await RunningLegislature.At("2025-10-11");
        site.Replay.Faults.Add(new ReplayFault(FaultKind.Stale) { Count = 1 });

        var stale = RunningLegislature.Rows(await site.HistoryOf("202520260AB831"));
        var fresh = RunningLegislature.Rows(await site.HistoryOf("202520260AB831"));

        Assert.Equal((35, 37), (stale.Count, fresh.Count));
    }

    [Theory]
    [InlineData(FaultKind.Blocked, "rejected")]
    [InlineData(FaultKind.Maintenance, "maintenance")]
    [InlineData(FaultKind.SessionExpired, "expired")]
    public async Task A_refusal_can_come_as_success(FaultKind kind, string says)
    {
        await using var site = await Faulty(new ReplayFault(kind));

        using var response = await site.Send(Status);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains(says, page, StringComparison.Ordinal);
        Assert.DoesNotContain("measureNum", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, null)]
    [InlineData(404, null)]
    [InlineData(500, null)]
    [InlineData(503, "120")]
    public async Task A_status_comes_as_asked_for_the_paths_and_the_times_asked(int status, string? retryAfter)
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.Status) { Status = status, RetryAfter = retryAfter, Path = "pubinfo", Count = 2 });

        var got = new List<(int Status, string? RetryAfter)>();
        foreach (var path in (string[])[Status, Zip, Zip, Zip])
        {
            using var response = await site.Send(path);
            got.Add(((int)response.StatusCode, response.Headers.RetryAfter?.ToString()));
        }

        Assert.Equal([(200, null), (status, retryAfter), (status, retryAfter), (200, null)], got);
    }

    [Fact]
    public async Task A_redirect_leads_where_it_is_told()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.Redirect) { Location = "http://example.org/" });

        using var response = await site.Send(Status);

        Assert.Equal((HttpStatusCode.Found, "http://example.org/"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task A_slow_answer_comes_after_its_delay()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.Slow) { Delay = TimeSpan.FromSeconds(40) });

        var answer = site.Send(Status);
        while (!answer.IsCompleted)
        {
            site.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        using var response = await answer;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_stalled_answer_starts_and_waits()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.Stall) { Delay = TimeSpan.FromSeconds(40) });

        using var response = await site.Send(Status);
        var page = response.Content.ReadAsStringAsync();
        Assert.False(page.IsCompleted);
        while (!page.IsCompleted)
        {
            site.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Contains("</html>", await page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_can_nest_a_hundred_thousand_deep()
    {
        await using var site = await Faulty(new ReplayFault(FaultKind.DeepNesting));

        var page = await site.Page(Status);

        Assert.True(Regex.Count(page, "<div>") >= 100_000);
        Assert.EndsWith("</body></html>\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_are_set_and_cleared_over_the_wire()
    {
        await using var site = await RunningLegislature.At("2026-11-24");

        using var set = await site.Send("/_replay/faults?kind=status&status=403&path=/faces/&count=3", HttpMethod.Post);
        using var met = await site.Send(Status);
        using var wrong = await site.Send("/_replay/faults?kind=nonsense", HttpMethod.Post);
        var list = await site.Page("/_replay/faults");
        using var clear = await site.Send("/_replay/faults", HttpMethod.Delete);
        using var after = await site.Send(Status);

        Assert.Equal(HttpStatusCode.Forbidden, met.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal("Status path=/faces/ count=2\n", list);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Equal(2, site.Replay.Requests.Count);
    }

    private static async Task<RunningLegislature> Faulty(ReplayFault fault)
    {
        var site = await RunningLegislature.At("2026-11-24");
        site.Replay.Faults.Add(fault);
        return site;
    }
}
