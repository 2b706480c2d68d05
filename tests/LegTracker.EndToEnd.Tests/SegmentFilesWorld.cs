using System.Text.Json;
using LegTracker.V1;

namespace LegTracker.EndToEnd.Tests;

/// <summary>The update of December 2024 to June 20, 2025, built in every format from the shared data, once for all tests of the files, which change nothing in it.</summary>
[CollectionDefinition(Shared)]
public sealed class SegmentFilesWorld : IAsyncLifetime, ICollectionFixture<SegmentFilesWorld>
{
    /// <summary>The collection of those tests.</summary>
    public const string Shared = "segment files";

    /// <summary>Formats and what their files' names end with.</summary>
    public static readonly IReadOnlyDictionary<string, string> Formats = new Dictionary<string, string>
    {
        ["md"] = "md",
        ["pptx"] = "pptx",
        ["docx"] = "docx",
        ["html"] = "html",
        ["txt"] = "txt",
        ["csv"] = "csv",
        ["ics"] = "ics",
        ["email"] = "eml",
        ["json"] = "json",
    };

    public World World { get; private set; } = null!;

    /// <summary>What was said while each file was built.</summary>
    public Dictionary<string, IReadOnlyList<string>> Said { get; } = [];

    /// <summary>The claims beside each file.</summary>
    public Dictionary<string, JsonElement> Claims { get; } = [];

    public IReadOnlyList<Bill> Bills { get; private set; } = [];

    public Segment Segment { get; private set; } = null!;

    public string this[string format] => Path.Combine(World.Folder, $"update.{Formats[format]}");

    /// <summary>Texts that LegTracker words itself, as a whole format prints them, and who they are about.</summary>
    public IEnumerable<(string Section, string Bill, string BillId, string Text, JsonElement Claim)> Auto => Claims["docx"].GetProperty("claims").EnumerateArray()
        .Where(claim => claim.GetProperty("kind").GetString() == "auto")
        .Select(claim => (claim.GetProperty("section").GetString()!, claim.GetProperty("bill").GetString()!, claim.GetProperty("billId").GetString()!, claim.GetProperty("text").GetString()!, claim));

    public Task<(int ExitCode, IReadOnlyList<string> Output, IReadOnlyList<string> Errors)> BuildAsync(string file, params string[] more) =>
        World.RunAsync(["segment", "build", "--since", "2024-12-01", "--until", "2025-06-20", "--out", file, .. more]);

    public async Task InitializeAsync()
    {
        World = await World.StartAsync(new DateOnly(2025, 6, 20), 0, "--LegTracker:Sources:Pages:Enabled=false");
        Assert.Equal(0, (await World.RunAsync("poll", "--wait")).ExitCode);
        Assert.Equal(0, (await World.RunAsync("bills", "edit", "AB 379 2025-26", "--position", "watch", "--author", "Ada")).ExitCode);
        foreach (var format in Formats.Keys)
        {
            var (exit, _, errors) = await BuildAsync(this[format]);
            Assert.True(exit == 0, string.Join('\n', errors));
            Said[format] = errors;
            Claims[format] = JsonDocument.Parse(await File.ReadAllTextAsync(this[format] + ".claims.json")).RootElement;
        }

        Bills = (await World.Connection.Bills.ListBillsAsync(new ListBillsRequest { PageSize = 1000 })).Bills;
        Segment = (await World.Connection.Meetings.DraftSegmentAsync(new DraftSegmentRequest { Since = "2024-12-01", Until = "2025-06-20" })).Segment;
    }

    public async Task DisposeAsync() => await World.DisposeAsync();
}
