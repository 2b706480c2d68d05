using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>A row of BILL_TBL.</summary>
internal sealed record BillStateRow(string? LatestVersion, string? House, string? Status);

/// <summary>A row of BILL_HISTORY_TBL.</summary>
internal sealed record HistoryRow(long Id, long? Sequence, HistoryLine Line);

/// <summary>A row of BILL_VERSION_TBL.</summary>
/// <param name="Number">99 for the first print, one less for each later one.</param>
internal sealed record VersionRow(int Number, BillVersion Version)
{
    /// <summary>Name of the zip entry with its text; null when the row names none.</summary>
    public string? Lob { get; init; }

    /// <summary>What was read of its text; null when nothing was tried.</summary>
    public TextReading? Text { get; set; }
}

/// <summary>A row of BILL_VERSION_AUTHORS_TBL.</summary>
/// <param name="Contribution">LEAD_AUTHOR, PRINCIPAL_COAUTHOR or COAUTHOR.</param>
internal sealed record AuthorRow(string Name, string Contribution, bool IsPrimary)
{
    /// <summary>Whether it names a lead author.</summary>
    public bool IsLead => Contribution == "LEAD_AUTHOR";
}

/// <summary>What one file, or several laid over each other, says of one bill.</summary>
/// <remarks>
/// The weekday files are increments row by row: a bill whose history moved has its BILL_TBL and history rows there, but its earlier prints
/// and their authors only in an older file. So a bill's rows are the newest of each key over the files read.
/// </remarks>
internal sealed class BillRows(BillId id)
{
    private const int FirstPrint = 99;

    public BillId Id => id;

    public BillStateRow? State { get; set; }

    public List<HistoryRow> History { get; } = [];

    /// <summary>By version id.</summary>
    public Dictionary<string, VersionRow> Versions { get; } = [];

    /// <summary>By version id, in file order.</summary>
    public Dictionary<string, List<AuthorRow>> Authors { get; } = [];

    /// <summary>As listed, oldest first; null when the files read hold no list of analyses.</summary>
    public ImmutableArray<BillAnalysis>? Analyses { get; set; }

    public bool IsEmpty => State is null && History.Count == 0 && Versions.Count == 0 && Authors.Count == 0;

    /// <summary>The newest print.</summary>
    public VersionRow? Latest => State?.LatestVersion is { } latest && Versions.TryGetValue(latest, out var named) ? named : Versions.Values.MinBy(row => row.Number);

    /// <summary>Whether nothing is missing that an older file could hold: the state, the history from its first line, each print since the first, its lead author.</summary>
    public bool IsWhole =>
        State is not null
        && History.Count > 0 && FirstSequence is null or <= 1
        && Latest is { } latest && (State.LatestVersion is null || latest.Version.Id == State.LatestVersion)
        && Enumerable.Range(latest.Number, Math.Max(0, FirstPrint - latest.Number + 1)).All(number => Versions.Values.Any(row => row.Number == number))
        && Authors.TryGetValue(latest.Version.Id, out var authors) && authors.Any(row => row.IsLead);

    private long? FirstSequence => History.Min(row => row.Sequence);

    public void AddAuthor(string version, AuthorRow author)
    {
        if (!Authors.TryGetValue(version, out var authors))
        {
            Authors[version] = authors = [];
        }

        authors.Add(author);
    }

    /// <summary>Adds what an older file holds and this one does not.</summary>
    public void LayOver(BillRows older)
    {
        State ??= older.State;
        Analyses = older.Analyses is { } listed ? BillAnalysis.Together(Analyses ?? [], listed) : Analyses;
        LayHistoryOver(older);
        foreach (var (version, row) in older.Versions)
        {
            Versions.TryAdd(version, row);
        }

        foreach (var (version, rows) in older.Authors)
        {
            if (!Authors.TryGetValue(version, out var own))
            {
                Authors[version] = [.. rows];
            }
            else if (!own.Any(row => row.IsLead))
            {
                own.InsertRange(0, rows.Where(row => !own.Any(mine => mine.Name == row.Name)));
            }
        }
    }

    // All history rows of a bill are rewritten together, with new ids: the newest file's are the history, and older ones only lend
    // lines that come before its first.
    private void LayHistoryOver(BillRows older)
    {
        if (History.Count == 0)
        {
            History.AddRange(older.History);
        }
        else if (FirstSequence is { } first and > 1)
        {
            History.InsertRange(0, older.History.Where(row => row.Sequence is { } sequence && sequence < first));
        }
    }
}
