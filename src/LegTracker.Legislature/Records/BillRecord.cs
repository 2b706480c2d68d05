using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>One line of a bill's history as published, cleaned; the text is otherwise verbatim.</summary>
public sealed record HistoryLine(DateOnly Date, string Text);

/// <summary>One printed version of a bill.</summary>
/// <param name="Id">The Legislature's version id: <c>20250AB83199INT</c>.</param>
/// <param name="Action">Introduced, Amended Assembly, Amended Senate, Enrolled or Chaptered.</param>
/// <param name="Topic">The version's subject, when the source gives it.</param>
public sealed record BillVersion(string Id, DateOnly Date, string Action, string? Topic)
{
    /// <summary>Null when the source does not give it; pages give it of the newest version alone.</summary>
    public TypeOfMeasure? Type { get; init; }
}

/// <summary>
/// What a source says a bill is, complete at one moment: the same record whether it was read from bulk files or pages.
/// History and versions are oldest first. A value the source does not give is null or empty, never guessed.
/// </summary>
public sealed record BillRecord
{
    public required BillId Id { get; init; }

    /// <summary>The subject line: "Crimes: prostitution."</summary>
    public required string Topic { get; init; }

    /// <summary>The full "An act to …" title, when the source gives it.</summary>
    public string? Title { get; init; }

    /// <summary>Surnames or committees as the source prints them, without the house mark.</summary>
    public ImmutableArray<string> LeadAuthors { get; init; } = [];

    public ImmutableArray<string> Coauthors { get; init; } = [];

    public required ImmutableArray<HistoryLine> History { get; init; }

    public ImmutableArray<BillVersion> Versions { get; init; } = [];

    /// <summary>The type of the newest version; null when it is not given.</summary>
    public TypeOfMeasure? Type => Versions is [.., var newest] ? newest.Type : null;

    /// <summary>The source's own status words (without a page's "Active Bill - " prefix). Known to be wrong for vetoed and dead bills: shown, never trusted.</summary>
    public string? StatusText { get; init; }

    /// <summary>Assembly, Senate, Governor or Secretary of State, as the source prints it.</summary>
    public string? HouseLocation { get; init; }

    /// <summary>What was read of its text; null when the source gives none.</summary>
    public TextReading? Text { get; init; }

    /// <summary>The analyses listed, oldest first; null when no list was read: a page gives none.</summary>
    public ImmutableArray<BillAnalysis>? Analyses { get; init; }

    /// <summary>What the text as passed, or else the marks of its chaptered version, say of the law's effect; nothing while neither was read.</summary>
    public EffectFacts EffectFacts => Text is { IsRead: true, IsFinal: true } ? Text.Facts
        : Type is { } type && Versions[^1].Action == "Chaptered" ? new EffectFacts { Urgency = type.Urgency, TaxLevy = type.TaxLevy }
        : EffectFacts.None;
}
