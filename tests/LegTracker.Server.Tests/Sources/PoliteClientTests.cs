using System.IO.Compression;
using System.Text;
using LegTracker.Server.Sources;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Sources;

public sealed class PoliteClientTests
{
    private const string Page = "<html><body>the whole page, from here to its end</body></html>";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, byte[]> CutAnswers => new()
    {
        { "length", TinySite.Head(200, $"Content-Length: {Page.Length}").Concat(Encoding.ASCII.GetBytes(Page[..20])).ToArray() },
        { "chunked", TinySite.Head(200, "Transfer-Encoding: chunked").Concat(Encoding.ASCII.GetBytes($"{Page.Length:x}\r\n{Page[..20]}")).ToArray() },
        { "chunked between chunks", TinySite.Head(200, "Transfer-Encoding: chunked").Concat(Encoding.ASCII.GetBytes($"14\r\n{Page[..20]}\r\n")).ToArray() },
        { "connection", TinySite.Head(200).Concat(Encoding.ASCII.GetBytes(Page[..20])).ToArray() },
        { "gzip with the length of its half", TinySite.Answer(200, Gzip(Page)[..40], "Content-Encoding: gzip") },
        { "gzip without its trailer", TinySite.Answer(200, Gzip(Page)[..^8], "Content-Encoding: gzip") },
        { "gzip to the connection's end", TinySite.Head(200, "Content-Encoding: gzip").Concat(Gzip(Page)[..40]).ToArray() },
    };

    public static TheoryData<string, byte[]> WholeAnswers => new()
    {
        { "length", TinySite.Html(Page) },
        { "chunked", TinySite.Head(200, "Transfer-Encoding: chunked").Concat(Encoding.ASCII.GetBytes($"{Page.Length:x}\r\n{Page}\r\n0\r\n\r\n")).ToArray() },
        { "connection", TinySite.Head(200).Concat(Encoding.ASCII.GetBytes(Page)).ToArray() },
        { "gzip", TinySite.Answer(200, Gzip(Page), "Content-Encoding: gzip") },
        { "gzip to the connection's end", TinySite.Head(200, "Content-Encoding: gzip").Concat(Gzip(Page)).ToArray() },
    };

    [Theory]
    [MemberData(nameof(CutAnswers))]
    public async Task A_cut_body_is_told_in_every_framing(string framing, byte[] answer)
    {
        await using var site = new TinySite(_ => answer);
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address) { Html = true }, CancellationToken.None);

        Assert.True(outcome is FetchOutcome.Failed { Reason: "TRUNCATED" }, $"{framing}: {outcome}");
    }

    [Theory]
    [MemberData(nameof(WholeAnswers))]
    public async Task A_whole_body_is_read_in_every_framing(string framing, byte[] answer)
    {
        await using var site = new TinySite(_ => answer);
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address) { Html = true }, CancellationToken.None);

        Assert.True(outcome is FetchOutcome.Fetched { Status: 200 } fetched && Encoding.ASCII.GetString(fetched.Body) == Page, $"{framing}: {outcome}");
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_large_one_stops_at_the_limit()
    {
        var bomb = Gzip(new string(' ', 10 << 20));
        await using var site = new TinySite(_ => TinySite.Answer(200, bomb, "Content-Encoding: gzip"));
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address) { MaximumBytes = 1 << 20 }, CancellationToken.None);

        Assert.True(bomb.Length < 1 << 20);
        Assert.Equal("TOO_LARGE", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task A_body_without_end_stops_at_the_limit()
    {
        await using var site = new TinySite(_ => [.. TinySite.Head(200), .. new byte[3 << 20]]);
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address) { MaximumBytes = 1 << 20 }, CancellationToken.None);

        Assert.Equal("TOO_LARGE", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task Redirects_on_the_host_are_followed_and_others_are_not()
    {
        await using var site = new TinySite(request => request.Path switch
        {
            "/a" => TinySite.Head(302, "Location: /b", "Content-Length: 0"),
            "/b" => TinySite.Html(Page),
            "/away" => TinySite.Head(302, "Location: http://example.invalid/b", "Content-Length: 0"),
            _ => TinySite.Head(301, "Location: /round", "Content-Length: 0"),
        });
        using var client = Client();

        var followed = await client.GetAsync(new FetchRequest(new Uri(site.Address, "a")), CancellationToken.None);
        var away = await client.GetAsync(new FetchRequest(new Uri(site.Address, "away")), CancellationToken.None);
        var before = site.Requests.Count;
        var round = await client.GetAsync(new FetchRequest(new Uri(site.Address, "round")), CancellationToken.None);

        Assert.IsType<FetchOutcome.Fetched>(followed);
        Assert.Equal("REDIRECT", Assert.IsType<FetchOutcome.Failed>(away).Reason);
        Assert.Equal("REDIRECT", Assert.IsType<FetchOutcome.Failed>(round).Reason);
        Assert.Equal(6, site.Requests.Count - before);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Mon, 02 Mar 2026 12:05:00 GMT", 300)]
    [InlineData("Mon, 02 Mar 2020 12:05:00 GMT", 0)]
    [InlineData("8640000", 21600)]
    [InlineData("Tue, 02 Mar 2027 12:05:00 GMT", 21600)]
    [InlineData("99999999999999999999", 21600)]
    public async Task Retry_After_is_read_in_both_forms_and_capped(string header, int seconds)
    {
        await using var site = new TinySite(_ => TinySite.Answer(503, [], $"Retry-After: {header}"));
        using var client = new PoliteClient(new Manners("", TimeSpan.Zero), new ManualTimeProvider(Now));

        var outcome = await client.GetAsync(new FetchRequest(site.Address), CancellationToken.None);

        var failed = Assert.IsType<FetchOutcome.Failed>(outcome);
        Assert.Equal(("HTTP_STATUS", 503, Now.AddSeconds(seconds)), (failed.Reason, failed.Status!.Value, failed.RetryAfter!.Value));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1.5")]
    public async Task A_Retry_After_that_cannot_be_read_is_none(string header)
    {
        await using var site = new TinySite(_ => TinySite.Answer(503, [], $"Retry-After: {header}"));
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address), CancellationToken.None);

        Assert.Null(Assert.IsType<FetchOutcome.Failed>(outcome).RetryAfter);
    }

    [Fact]
    public async Task Two_clients_of_one_host_take_turns_and_keep_the_longer_gap()
    {
        var time = new ManualTimeProvider(Now);
        await using var site = new TinySite(_ => TinySite.Html(Page));
        using var turns = new HostTurns(time);
        using var hasty = new PoliteClient(new Manners("", TimeSpan.Zero), time, turns);
        using var patient = new PoliteClient(new Manners("", TimeSpan.FromSeconds(2)), time, turns);
        await patient.GetAsync(new FetchRequest(site.Address), CancellationToken.None);

        var second = hasty.GetAsync(new FetchRequest(site.Address), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(1.9));
        var asked = site.Requests.Count;
        var early = second.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(0.2));
        await second;

        Assert.Equal((1, false, 2), (asked, early, site.Requests.Count));
    }

    [Fact]
    public async Task While_one_client_waits_for_an_answer_no_other_asks_the_host()
    {
        using var giveUp = new CancellationTokenSource();
        var given = false;
        var first = true;
        await using var site = new TinySite(_ =>
        {
            var answer = first ? null : TinySite.Html(given ? Page : "<html>too early</html>");
            first = false;
            return answer;
        });
        using var turns = new HostTurns(TimeProvider.System);
        using var one = new PoliteClient(new Manners("", TimeSpan.Zero), TimeProvider.System, turns);
        using var other = new PoliteClient(new Manners("", TimeSpan.Zero), TimeProvider.System, turns);
        var silent = one.GetAsync(new FetchRequest(site.Address), giveUp.Token);
        await site.FirstRequest.Task;

        var waiting = other.GetAsync(new FetchRequest(site.Address), CancellationToken.None);
        given = true;
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => silent);

        Assert.Equal(Page, Encoding.ASCII.GetString(Assert.IsType<FetchOutcome.Fetched>(await waiting).Body));
        Assert.Equal(2, site.Requests.Count);
    }

    [Fact]
    public async Task A_fetch_whose_time_is_over_when_its_turn_comes_is_given_up()
    {
        await using var site = new TinySite(_ => TinySite.Html(Page));
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address) { NotNow = () => true }, CancellationToken.None);

        Assert.Equal("NOT_NOW", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_second_request_waits_for_the_gap()
    {
        var time = new ManualTimeProvider(Now);
        await using var site = new TinySite(_ => TinySite.Html(Page));
        using var client = new PoliteClient(new Manners("", TimeSpan.FromSeconds(2)), time);
        await client.GetAsync(new FetchRequest(site.Address), CancellationToken.None);

        var second = client.GetAsync(new FetchRequest(site.Address), CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(1.9));
        var asked = site.Requests.Count;
        var early = second.IsCompleted;
        time.Advance(TimeSpan.FromSeconds(0.2));
        await second;

        Assert.Equal((1, false, 2), (asked, early, site.Requests.Count));
    }

    [Fact]
    public async Task A_host_that_says_nothing_is_a_time_out()
    {
        var time = new ManualTimeProvider(Now);
        await using var site = new TinySite(_ => null);
        using var client = new PoliteClient(new Manners("", TimeSpan.Zero), time);

        var asking = client.GetAsync(new FetchRequest(site.Address), CancellationToken.None);
        await site.FirstRequest.Task;
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal("TIMEOUT", Assert.IsType<FetchOutcome.Failed>(await asking).Reason);
    }

    [Fact]
    public async Task Cancelling_throws()
    {
        using var cancel = new CancellationTokenSource();
        await using var site = new TinySite(_ => null);
        using var client = Client();

        var asking = client.GetAsync(new FetchRequest(site.Address), cancel.Token);
        await site.FirstRequest.Task;
        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Nobody_listening_is_a_failed_connection()
    {
        var site = new TinySite(_ => null);
        await site.DisposeAsync();
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address), CancellationToken.None);

        Assert.Equal("CONNECTION", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    [Fact]
    public async Task The_user_agent_names_program_version_and_contact()
    {
        await using var site = new TinySite(_ => TinySite.Html(Page));
        using var client = new PoliteClient(new Manners("clerk@example.org\r\nX-Evil: 1", TimeSpan.Zero), TimeProvider.System);

        await client.GetAsync(new FetchRequest(site.Address), CancellationToken.None);

        var request = Assert.Single(site.Requests);
        Assert.Matches(@"^LegTracker/\d+\.\d+\.\d+ \(\+clerk@example\.orgX-Evil: 1\)$", request.Header("User-Agent")!);
        Assert.Null(request.Header("X-Evil"));
    }

    [Fact]
    public async Task Another_part_than_the_one_asked_for_is_refused()
    {
        await using var site = new TinySite(_ => TinySite.Answer(206, new byte[10], "Content-Range: bytes 5-14/100"));
        using var client = Client();

        var outcome = await client.GetAsync(new FetchRequest(site.Address) { Range = new ByteRange(0, 10) }, CancellationToken.None);

        Assert.Equal("RANGE", Assert.IsType<FetchOutcome.Failed>(outcome).Reason);
    }

    private static PoliteClient Client() => new(new Manners("", TimeSpan.Zero), TimeProvider.System);

    private static byte[] Gzip(string text)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.ASCII.GetBytes(text));
        }

        return packed.ToArray();
    }
}
