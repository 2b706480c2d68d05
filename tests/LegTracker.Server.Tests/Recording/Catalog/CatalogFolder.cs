using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Tests;

namespace LegTracker.Server.Tests.Recording.Catalog;

/// <summary>A catalog in a folder of its own, on a Thursday in the second year of 2025-26.</summary>
internal sealed class CatalogFolder : IDisposable
{
    public static readonly DateTimeOffset Sunday = new(2026, 3, 2, 5, 25, 0, TimeSpan.Zero);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("legtracker-catalog-");

    public CatalogFolder(DateTimeOffset? today = null)
    {
        Clock = new LegislativeClock(new ManualTimeProvider(today ?? new DateTimeOffset(2026, 3, 5, 20, 0, 0, TimeSpan.Zero)));
        Store = CatalogStore.Open(folder.FullName, Clock);
    }

    public LegislativeClock Clock { get; }

    public CatalogStore Store { get; private set; }

    public string Path => System.IO.Path.Combine(folder.FullName, "catalog.db");

    public void Reopen(Action? between = null)
    {
        Store.Dispose();
        between?.Invoke();
        Store = CatalogStore.Open(folder.FullName, Clock);
    }

    /// <summary>Takes in a file that was built some days after Sunday.</summary>
    public string? Load(string name, int daysAfterSunday, params CatalogRow[] rows)
    {
        using var load = Store.Begin(new CatalogFile(2025, name, Sunday.AddDays(daysAfterSunday), IsWhole: name == "pubinfo_2025.zip"));
        foreach (var row in rows)
        {
            load.Add(row);
        }

        return load.Complete();
    }

    public static CatalogRow[] Bill(string id, params string[] lines) =>
        [State(id, "In Committee Process"), .. Lines(id, 1, lines), Print(id, 99), Author(id, 99, "Wicks")];

    public static CatalogRow State(string id, string status) => new CatalogRow.Measure(Of(id), Version(id, 99), "Assembly", "CX18", status, null);

    public static IEnumerable<CatalogRow> Lines(string id, int from, params string[] lines) =>
        lines.Select((line, index) => new CatalogRow.Action(Of(id), 1000 + index, from + index, new HistoryLine(new DateOnly(2025, 2, 1).AddDays(from + index), line)));

    public static CatalogRow Print(string id, int number, string subject = "Crimes.", string updated = "1", bool active = true) => new CatalogRow.Version(
        Of(id), new BillVersion(Version(id, number), new DateOnly(2025, 2, 1), "Introduced", subject), number,
        new CatalogFlags("Majority", "No", "Yes", "No", null, "No", "No"), $"BILL_VERSION_TBL_{number}.lob", updated, active);

    public static CatalogRow Author(string id, int number, string name) =>
        new CatalogRow.Author(Of(id), Version(id, number), name, "ASSEMBLY", "LEAD_AUTHOR", IsPrimary: true, IsActive: true);

    public static BillId Of(string id) => BillId.FromLeginfoId("202520260" + id);

    private static string Version(string id, int number) => string.Create(CultureInfo.InvariantCulture, $"20250{id}{number}INT");

    public void Dispose()
    {
        Store.Dispose();
        folder.Delete(recursive: true);
    }
}
