using System.Globalization;
using System.Security.Cryptography;
using LegTracker.Legislature;
using LegTracker.Server.Tracking;
using Xunit.Abstractions;

namespace LegTracker.Server.Tests.Tracking;

/// <summary>For every change the text it was read from is kept and bears its hash, whatever the source.</summary>
public sealed class EvidenceTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("bulk")]
    [InlineData("pages")]
    public async Task Every_change_and_every_action_of_the_built_in_list_has_evidence_that_bears_its_hash(string source)
    {
        await using var world = await TrackedWorld.StartAsync("2023-03-01");
        var listed = WatchListFile.BuiltIn();
        await world.Store.SeedAsync(listed, CancellationToken.None);
        foreach (var day in new[] { "2023-03-01", "2023-06-14", "2023-10-20", "2024-05-08", "2024-10-02", "2025-02-19", "2025-06-11", "2025-08-30", "2025-10-20" })
        {
            world.GoTo(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture), new TimeOnly(22, 0));
            await world.PollAsync(source);
        }

        var bills = await world.Store.ListBillsAsync(CancellationToken.None);
        var cited = bills.SelectMany(bill => bill.Actions.Select(action => (bill.Id, Evidence: action.Provenance)))
            .Concat((await world.LogAsync()).Where(change => change.Provenance is not null).Select(change => (Id: change.Bill, Evidence: change.Provenance!)))
            .Distinct()
            .ToList();
        var (texts, bytes) = (new HashSet<string>(), 0L);
        foreach (var (id, evidence) in cited)
        {
            var kept = await world.Store.FindEvidenceAsync(evidence.ContentSha256, CancellationToken.None);
            Assert.Equal(evidence.ContentSha256, Convert.ToHexStringLower(SHA256.HashData(kept!.Body)));
            Assert.Contains(id.LeginfoId, System.Text.Encoding.UTF8.GetString(kept.Body), StringComparison.Ordinal);
            bytes += texts.Add(kept.Sha256) ? kept.Body.Length : 0;
        }

        Assert.True(texts.Count > bills.Count(bill => bill.Record is not null), $"{texts.Count} texts");
        output.WriteLine($"{source}: {listed.Length} bills, {cited.Count} cited readings, {texts.Count} texts of {bytes / Math.Max(1, texts.Count)} bytes each, {bytes} bytes before compression; store of {world.StoreBytes} bytes");
    }
}
