using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The text of one printed version of a bill, without what the version strikes out. All text is cleaned; paragraphs are in the order of the print.</summary>
public sealed record BillText
{
    /// <summary>The Legislature's version id, <c>20250AB83194CHP</c>; null when the text does not name its version.</summary>
    public string? VersionId { get; init; }

    /// <summary>"An act to …", or a resolution's "Relative to …".</summary>
    public required string Title { get; init; }

    /// <summary>The subject line; empty when the text has none.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The Legislative Counsel's digest, a paragraph an entry; empty for measures without one.</summary>
    public ImmutableArray<string> Digest { get; init; } = [];

    /// <summary>The digest's last line in its parts: "Vote: majority", "Fiscal committee: yes" …</summary>
    public ImmutableArray<string> DigestKey { get; init; } = [];

    /// <summary>The law's sections that it changes, as <see cref="CodeSection.In"/> reads them: "Penal Code 236.1".</summary>
    public ImmutableArray<string> CodeSections { get; init; } = [];

    /// <summary>The words that are enacted: a number, an action line or a paragraph an entry.</summary>
    public ImmutableArray<string> Body { get; init; } = [];

    /// <summary>The marks of immediate effect in its head; what the head does not say is unknown.</summary>
    public EffectFacts Flags { get; init; } = EffectFacts.None;

    /// <summary>The dates in its head, in their order.</summary>
    public ImmutableArray<PrintedDate> Dates { get; init; } = [];

    /// <summary>Digest and body as plain text, paragraphs parted by empty lines, as <see cref="OperativeReader"/> reads it.</summary>
    public string PlainText() => string.Join("\n\n", Digest.Concat(Body));
}

/// <summary>A date in the head of a printed version.</summary>
/// <param name="Event">INTRODUCED, AMENDED_SENATE, PASSED_ASSEMBLY, ENROLLED, APPROVED, CHAPTERED, FILED …, as printed there.</param>
public sealed record PrintedDate(string Event, DateOnly Date);
