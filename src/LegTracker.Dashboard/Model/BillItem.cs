using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A tracked bill as the dashboard shows it: words and dates only, no generated types.</summary>
/// <param name="Name">Resource name, the bill's identity (<c>states/ca/sessions/20232024-0/bills/AB1394</c>).</param>
/// <param name="Measure">As written: "AB 1394".</param>
/// <param name="Session">As written: "2023-24".</param>
internal sealed record BillItem(string Name, string Measure, string Session)
{
    public string Title { get; init; } = "";

    public ImmutableArray<string> Authors { get; init; } = [];

    /// <summary>The stage in words; "unknown" when no source has told it.</summary>
    public string Stage { get; init; } = "unknown";

    /// <summary>The API's name of the stage, by which filters may ask for it: "InCommittee"; may be empty.</summary>
    public string StageName { get; init; } = "";

    public StageMark Mark { get; init; } = StageMark.Unknown;

    public DateOnly? StageSince { get; init; }

    /// <summary>The history line or named rule that put the bill in this stage; may be empty.</summary>
    public string StageCause { get; init; } = "";

    public bool TwoYear { get; init; }

    /// <summary>Steps of the passage in order, origin house first; empty when not known.</summary>
    public ImmutableArray<LaneStep> Lanes { get; init; } = [];

    public DateOnly? LastActionDate { get; init; }

    public string LastAction { get; init; } = "";

    /// <summary>Where the bill lies, for instance a committee; may be empty.</summary>
    public string Location { get; init; } = "";

    /// <summary>The whole history, oldest line first.</summary>
    public ImmutableArray<ActionItem> Actions { get; init; } = [];

    /// <summary>Dates ahead, soonest first.</summary>
    public ImmutableArray<NextDate> NextDates { get; init; } = [];

    /// <summary>Further facts as label and words ("Chapter" → "Ch. 579, Statutes of 2023").</summary>
    public ImmutableArray<Fact> Facts { get; init; } = [];

    public Freshness Freshness { get; init; } = Freshness.NeverRead;

    /// <summary>Why the bill is stale or quarantined, in words; may be empty.</summary>
    public string FreshnessReason { get; init; } = "";

    public DateTimeOffset? LastConfirmed { get; init; }

    public string Source { get; init; } = "";

    public string Position { get; init; } = "";

    public int? Priority { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    public string Owner { get; init; } = "";

    /// <summary>The fields that people wrote, those above among them.</summary>
    public ImmutableArray<WrittenText> Written { get; init; } = [];

    /// <summary>Changes when a field that people write changes.</summary>
    public string Etag { get; init; } = "";

    /// <summary>The legislative deadline ahead in a sentence; empty when there is none.</summary>
    public string Deadline { get; init; } = "";

    /// <summary>The bill's public page, or null.</summary>
    public string? PageUrl { get; init; }

    /// <summary>The Legislature's page of its analyses, or null; the server reads the list in the bulk files, and not that page.</summary>
    public string? AnalysesUrl { get; init; }

    /// <summary>The stage, or that nothing was read yet.</summary>
    public string StageInWords() => Freshness == Freshness.NeverRead ? "not yet read" : Stage;
}

/// <summary>One line of a bill's history, verbatim.</summary>
internal sealed record ActionItem(DateOnly Date, string Text, bool PostedLate = false);

/// <summary>A date ahead of a bill and what happens on it.</summary>
internal sealed record NextDate(DateOnly Date, string What, string Source = "");

/// <summary>A fact of a bill with its label, both ready to be read.</summary>
internal sealed record Fact(string Label, string Words);
