using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using LegTracker.Tests;

namespace LegTracker.EndToEnd.Tests;

/// <summary>The feeds of a real server that has polled a replayed legislature.</summary>
public sealed class FeedTests
{
    private static readonly string[] Settings = ["--LegTracker:Feeds:Listen=http://127.0.0.1:0", "--LegTracker:Sources:Pages:Enabled=false"];

    [Fact]
    public async Task Changes_that_were_polled_are_in_the_Atom_feed_once()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, Settings);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        using var http = new HttpClient();
        var address = await AddressAsync(world, "/feeds/changes.atom");

        using var answer = await http.GetAsync(address);
        using var again = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { answer.Headers.ETag! } } });

        var ids = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Elements(XName.Get("entry", "http://www.w3.org/2005/Atom"))
            .Select(entry => entry.Element(XName.Get("id", "http://www.w3.org/2005/Atom"))!.Value).ToList();
        var changes = (await world.Connection.Changes.ListChangesAsync(new V1.ListChangesRequest())).Changes;
        Assert.Equal(changes.Count, ids.Count);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [GuideExampleFact("npm", "node")]
    public async Task The_calendar_is_read_by_another_program_of_calendars()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, Settings);
        await world.Connection.Bills.TrackBillAsync(new V1.TrackBillRequest { Name = "states/ca/sessions/20252026-0/bills/AB831" });
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
        using var node = Program.Other("node", Path.Combine(SharedData.RepositoryRoot, "tests", "LegTracker.EndToEnd.Tests", "foreign", "calendar.mjs"), (await AddressAsync(world, "/feeds/calendar.ics")).ToString());
        Assert.Equal(0, await node.ExitAsync());

        var lines = node.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();
        var events = lines.Skip(1).ToList();
        Assert.Equal((200, "2.0", "America/Los_Angeles"), (lines[0].GetProperty("status").GetInt32(), lines[0].GetProperty("version").GetString(), lines[0].GetProperty("zone").GetString()));
        Assert.NotEmpty(events);
        Assert.All(events, one =>
        {
            Assert.True(one.GetProperty("allDay").GetBoolean());
            Assert.Equal(1, one.GetProperty("days").GetDouble());
            Assert.Contains(one.GetProperty("status").GetString(), new[] { "CONFIRMED", "TENTATIVE", "CANCELLED" });
        });
        Assert.Equal(events.Count, events.Select(one => one.GetProperty("uid").GetString()).Distinct().Count());
        Assert.Contains(events, one => one.GetProperty("category").GetString() == "DEADLINE");
    }

    [Fact]
    public async Task Without_the_setting_the_server_listens_for_gRPC_alone()
    {
        await using var world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, "--LegTracker:Sources:Pages:Enabled=false");

        // Not told and not loaded: a library that is loaded is mapped into the process.
        Assert.NotEmpty((await world.Connection.Bills.ListBillsAsync(new V1.ListBillsRequest())).Bills);
        Assert.DoesNotContain(world.Server.Output, line => line.Contains("Feeds", StringComparison.Ordinal));
        var loaded = File.ReadAllText($"/proc/{world.Server.Id}/maps");
        Assert.Contains("legtracker-server.dll", loaded, StringComparison.Ordinal);
        Assert.DoesNotContain("Syndication", loaded, StringComparison.Ordinal);
    }

    private static async Task<Uri> AddressAsync(World world, string path)
    {
        var line = await world.Server.LineAsync("Feeds at");
        return new Uri(line.Split(' ').Single(word => word.EndsWith(path, StringComparison.Ordinal)));
    }
}
