using System.Net;
using System.Net.Http.Headers;
using LegTracker.Tests;

namespace LegTracker.Replay.Tests;

public sealed class BulkFileTests
{
    private static readonly string[] Tables = ["BILL_TBL", "BILL_HISTORY_TBL", "BILL_VERSION_TBL", "BILL_VERSION_AUTHORS_TBL"];

    [SharedDataFact]
    public async Task The_rows_of_the_captured_measures_come_back_cell_for_cell()
    {
        // given the stamps and row ids that differ with every rewriting, and the name of a text that is not replayed
        Dictionary<string, int[]> differing = new() { ["BILL_TBL"] = [13], ["BILL_HISTORY_TBL"] = [1, 5], ["BILL_VERSION_TBL"] = [14, 17], ["BILL_VERSION_AUTHORS_TBL"] = [8] };
        await using var site = await RunningLegislature.At("2026-06-14", "21:25");

        foreach (var table in Tables)
        {
            var captured = (await File.ReadAllLinesAsync(SharedData.PathOf($"pubinfo/{table}.dat"))).Select(row => Comparable(row, differing[table]));
            var served = (await site.Table("pubinfo_2025.zip", table)).Select(row => Comparable(Raw(row), differing[table])).ToHashSet();

            Assert.All(captured, row => Assert.Contains(row, served));
        }
    }

    [Fact]
    public async Task Rows_are_written_as_the_real_ones_are()
    {
        await using var site = await RunningLegislature.At("2025-10-12", "21:25");

        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await site.Zip("pubinfo_2025.zip")));
        using var text = new StreamReader(zip.GetEntry("BILL_HISTORY_TBL.dat")!.Open());
        var row = text.ReadToEnd().Split('\n').Single(line => line.Contains("with recommendation: To Consent", StringComparison.Ordinal));

        Assert.Matches(@"^`202520260AB831`\t\d{9}\t2025-04-03 00:00:00\t`From committee: Do pass and re-refer to Com\. on  APPR\. .*`\t`LEG_ESI`\t2025-10-11 17:00:00\t4\t`7`\t`Applied`\t`Assembly`\t`Committee`\t`CX25`\t`In Committee Process`$", row);
    }

    [Fact]
    public async Task Rows_and_pages_tell_the_same_history()
    {
        await using var site = await RunningLegislature.At("2024-12-01", "21:30");

        var rows = await site.Table("pubinfo_2023.zip", "BILL_HISTORY_TBL");

        Assert.True(rows.Select(row => row[0]).Distinct().Count() > 40);
        foreach (var bill in rows.GroupBy(row => row[0]!))
        {
            var fromRows = bill.OrderBy(row => int.Parse(row[6]!)).ThenBy(row => long.Parse(row[1]!))
                .Select(row => (row[2]![..10], string.Join(' ', row[3]!.Split(' ', StringSplitOptions.RemoveEmptyEntries))));
            var fromPage = RunningLegislature.Rows(await site.HistoryOf(bill.Key)).Select(line => ($"20{line.Date[6..]}-{line.Date[..2]}-{line.Date[3..5]}", line.Action)).Reverse();
            Assert.Equal(fromPage, fromRows);
        }
    }

    [Fact]
    public async Task Row_ids_are_unique_and_change_with_every_rewriting()
    {
        await using var site = await RunningLegislature.At("2025-06-22", "21:25");
        var before = await site.Table("pubinfo_2025.zip", "BILL_HISTORY_TBL");
        site.MoveTo("2025-06-29", "21:25");

        var after = await site.Table("pubinfo_2025.zip", "BILL_HISTORY_TBL");

        Assert.Equal(after.Count, after.Select(row => row[1]).Distinct().Count());
        Assert.Empty(Ids(before).Intersect(Ids(after)));

        static IEnumerable<string?> Ids(List<string?[]> rows) => rows.Where(row => row[0] == "202520260AB831").Select(row => row[1]);
    }

    [Fact]
    public async Task An_increment_holds_only_what_was_touched_since_the_night_before_and_all_of_it()
    {
        await using var site = await RunningLegislature.At("2025-07-14", "21:20");

        var history = await site.Table("pubinfo_Mon.zip", "BILL_HISTORY_TBL");

        Assert.Equal(["202520260AB379", "202520260AB392"], history.Select(row => row[0]).Distinct().Order());
        Assert.Equal(12, history.Count(row => row[0] == "202520260AB379"));
        Assert.Empty(await site.Table("pubinfo_Sat.zip", "BILL_TBL"));
    }

    [Fact]
    public async Task A_chaptered_text_posted_later_touches_its_measure_again()
    {
        await using var site = await RunningLegislature.At("2025-10-13", "21:20");

        var versions = await site.Table("pubinfo_Mon.zip", "BILL_VERSION_TBL");

        Assert.Contains(versions, row => row[0] == "20250AB83194CHP");
        Assert.DoesNotContain("20250AB83194CHP", await site.Table("pubinfo_Sat.zip", "BILL_VERSION_TBL").ContinueWith(rows => rows.Result.Select(row => row[0])));
    }

    [Theory]
    [InlineData("pubinfo_2025.zip", "2025-07-13", "21:24", "2025-07-06", "21:25")]
    [InlineData("pubinfo_2025.zip", "2025-07-13", "21:25", "2025-07-13", "21:25")]
    [InlineData("pubinfo_daily_Mon.zip", "2025-07-14", "21:21", "2025-07-07", "21:22")]
    [InlineData("pubinfo_daily_Mon.zip", "2025-07-14", "21:22", "2025-07-14", "21:22")]
    [InlineData("pubinfo_Tue.zip", "2025-07-14", "21:22", "2025-07-08", "21:20")]
    [InlineData("pubinfo_2023.zip", "2025-07-14", "21:22", "2024-12-01", "21:25")]
    public async Task Last_modified_is_the_build(string file, string day, string time, string builtDay, string builtTime)
    {
        await using var site = await RunningLegislature.At(day, time);

        using var response = await site.Send("/" + file, HttpMethod.Head);

        Assert.Equal(RunningLegislature.Instant(builtDay, builtTime), response.Content.Headers.LastModified);
        Assert.Equal("bytes", response.Headers.AcceptRanges.Single());
        Assert.True(response.Content.Headers.ContentLength > 100);
    }

    [Theory]
    [InlineData("pubinfo_2025.zip", "2024-12-07")]
    [InlineData("pubinfo_1987.zip", "2025-07-07")]
    [InlineData("pubinfo_2024.zip", "2025-07-07")]
    [InlineData("pubinfo_Sun.zip", "2025-07-07")]
    [InlineData("pubinfo_daily_Mon.zip", "1988-12-03")]
    [InlineData("pubinfo_load.zip", "2025-07-07")]
    public async Task There_is_no_file_before_its_first_build(string file, string day)
    {
        await using var site = await RunningLegislature.At(day);

        using var response = await site.Send("/" + file);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("2025-07-07", "pubinfo_2025.zip", "2025-07-08")]
    [InlineData("2025-07-14", "pubinfo_2025.zip", "2025-07-15")]
    [InlineData("2025-07-11", "pubinfo_Fri.zip", "2025-07-15")]
    public async Task The_constructed_table_of_hearings_has_a_hearing_four_days_ahead_and_no_later_one(string day, string file, string last)
    {
        await using var site = await RunningLegislature.At(day, "21:30");

        var rows = (await site.Table(file, "COMMITTEE_HEARING_TBL")).Where(row => row[0] == "202520260AB831").ToList();

        Assert.Equal($"{last} 00:00:00", rows.Max(row => row[3]));
        Assert.All(rows, row => Assert.Equal(7, row.Length));
    }

    [Fact]
    public async Task Each_print_has_a_text_in_the_zip_that_says_it_is_constructed()
    {
        await using var site = await RunningLegislature.At("2024-12-01", "21:30");

        var names = (await site.Table("pubinfo_2023.zip", "BILL_VERSION_TBL")).ToDictionary(row => row[0]!, row => row[14]!);
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await site.Zip("pubinfo_2023.zip")));
        using var text = new StreamReader(zip.GetEntry(names["20230AB139493CHP"])!.Open());
        var caml = System.Xml.Linq.XDocument.Parse(await text.ReadToEndAsync());

        Assert.Equal(names.Count, names.Values.Distinct().Count());
        Assert.All(names.Values, name => Assert.NotNull(zip.GetEntry(name)));
        Assert.Equal("20230AB__139493CHP", caml.Descendants().Single(element => element.Name.LocalName == "Id").Value);
        Assert.Contains("Constructed for the replay", caml.Root!.Value, StringComparison.Ordinal);
        Assert.Contains("beginning January 1, 2025, prohibit a social media platform", caml.Root.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_without_replayed_measures_has_a_file_with_empty_tables()
    {
        await using var site = await RunningLegislature.At("2025-07-07");

        Assert.Empty(await site.Table("pubinfo_2015.zip", "BILL_TBL"));
    }

    [Fact]
    public async Task A_new_session_is_empty_and_no_error()
    {
        await using var site = await RunningLegislature.At("2026-12-14", "21:30");

        Assert.Empty(await site.Table("pubinfo_2027.zip", "BILL_TBL"));
        Assert.Empty(await site.Table("pubinfo_daily_Mon.zip", "BILL_TBL"));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_sent_again_and_the_bytes_of_a_build_stay()
    {
        await using var site = await RunningLegislature.At("2030-01-06", "22:00");
        var built = RunningLegislature.Instant("2026-12-06", "21:25");

        using var same = await site.Send("/pubinfo_2025.zip", prepare: request => request.Headers.IfModifiedSince = built);
        using var older = await site.Send("/pubinfo_2025.zip", prepare: request => request.Headers.IfModifiedSince = built.AddSeconds(-1));
        var again = await site.Zip("pubinfo_2025.zip");
        await using var another = await RunningLegislature.At("2026-12-07", "12:00");

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, older.StatusCode);
        Assert.Equal(await older.Content.ReadAsByteArrayAsync(), again);
        Assert.Equal(again, await another.Zip("pubinfo_2025.zip"));
    }

    [Theory]
    [InlineData("bytes=10-19", 10, 20)]
    [InlineData("bytes=100-", 100, null)]
    [InlineData("bytes=-7", -7, null)]
    [InlineData("bytes=0-99999999", 0, null)]
    public async Task A_part_is_sent_when_a_part_is_asked_for(string range, int from, int? end)
    {
        await using var site = await RunningLegislature.At("2026-11-24");
        var whole = await site.Zip("pubinfo_2025.zip");
        var start = from < 0 ? whole.Length + from : from;
        var stop = end ?? whole.Length;

        using var response = await site.Send("/pubinfo_2025.zip", prepare: request => request.Headers.Add("Range", range));

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal(new ContentRangeHeaderValue(start, stop - 1, whole.Length), response.Content.Headers.ContentRange);
        Assert.Equal(whole[start..stop], await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_part_beyond_the_end_or_of_an_older_build_is_not_sent()
    {
        await using var site = await RunningLegislature.At("2026-11-24");

        using var beyond = await site.Send("/pubinfo_2025.zip", prepare: request => request.Headers.Range = new RangeHeaderValue(99_999_999, null));
        using var stale = await site.Send("/pubinfo_2025.zip", prepare: request =>
        {
            request.Headers.Range = new RangeHeaderValue(10, null);
            request.Headers.IfRange = new RangeConditionHeaderValue(RunningLegislature.Instant("2026-11-15", "21:25"));
        });

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, beyond.StatusCode);
        Assert.Null(beyond.Content.Headers.ContentRange?.From);
        Assert.Equal(HttpStatusCode.OK, stale.StatusCode);
    }

    private static string Raw(string?[] row) => string.Join('\t', row.Select(cell => cell ?? "NULL"));

    private static string Comparable(string row, int[] differing) =>
        string.Join('\t', row.Replace("`", "", StringComparison.Ordinal).Split('\t').Where((_, i) => !differing.Contains(i)));
}
