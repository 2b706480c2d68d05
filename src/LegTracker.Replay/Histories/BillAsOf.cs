using System.Globalization;
using System.Text.RegularExpressions;
using LegTracker.Legislature;

namespace LegTracker.Replay.Histories;

/// <summary>A measure as the sites know it on the evening of a day.</summary>
/// <param name="Lines">Published lines, oldest first; at least one.</param>
/// <param name="Versions">Posted prints, oldest first; may be none.</param>
/// <param name="Touched">The last day on which any row of it was rewritten.</param>
internal sealed partial record BillAsOf(
    ReplayedBill Bill,
    IReadOnlyList<ReplayedLine> Lines,
    IReadOnlyList<ReplayedVersion> Versions,
    DateOnly Touched)
{
    /// <summary>The newest line.</summary>
    public ReplayedLine Last => Lines[^1];

    /// <summary>The newest print.</summary>
    public ReplayedVersion? Latest => Versions.Count > 0 ? Versions[^1] : null;

    /// <summary>The topic of the newest print: a gut-and-amend changes it.</summary>
    public string Topic => Latest?.Topic ?? Bill.Topic;

    /// <summary>Lead authors of the newest print.</summary>
    public string Authors => Latest?.Authors ?? Bill.Authors;

    /// <summary>House location as pages show it.</summary>
    public string HouseLocation => Last.Primary ?? (Chapter is null ? Bill.Id.HouseOfOrigin.ToString() : "Secretary of State");

    /// <summary>The status word of the newest row.</summary>
    public string Status => Last.EndStatus ?? (Chapter is null ? "In Floor Process" : "Chaptered");

    /// <summary>The chapter its chaptered line names.</summary>
    public ReplayedChapter? Chapter
    {
        get
        {
            var match = Lines.Where(line => line.Text.StartsWith("Chaptered", StringComparison.Ordinal)).Select(line => ChapterText().Match(line.PageText)).FirstOrDefault(found => found.Success);
            return match is null
                ? null
                : new ReplayedChapter(
                    match.Groups["res"].Success ? "CHR" : "CHP",
                    match.Groups["number"].Value,
                    match.Groups["year"].Value,
                    Bill.Id.Session.Extraordinary.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>31st day in print: 31 days after introduction; null where the introduction is not at hand and for the oldest rows.</summary>
    public DateOnly? Day31 => Bill.From is null && Bill.Id.Session.StartYear >= 2001 ? Bill.Lines[0].Date.AddDays(31) : null;

    /// <summary>The latest line that amended the measure, the date its page calls last amended.</summary>
    public DateOnly? LastAmended => Versions.LastOrDefault(version => version.Action.StartsWith("Amended", StringComparison.Ordinal))?.Date;

    [GeneratedRegex(@"^Chaptered by Secretary of State.*?(?<res>Res\. )?Chapter\s+(?<number>\d+),\s+Statutes of\s+(?<year>\d{4})")]
    private static partial Regex ChapterText();
}

/// <summary>A chapter of the statutes as BILL_TBL spells it.</summary>
/// <param name="Kind">CHP for statutes, CHR for resolutions.</param>
internal sealed record ReplayedChapter(string Kind, string Number, string Year, string Extraordinary);
