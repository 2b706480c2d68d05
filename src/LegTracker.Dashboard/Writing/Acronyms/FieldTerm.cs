namespace LegTracker.Dashboard.Writing.Acronyms;

/// <summary>A short form of the field, as the glossary file has it.</summary>
internal sealed record FieldTerm
{
    /// <summary>As it is printed: <c>CWS/CMS</c>.</summary>
    public string Short { get; init => field = value ?? ""; } = "";

    /// <summary>Written out; empty when there are <see cref="Meanings"/> to choose from.</summary>
    public string Long { get; init => field = value ?? ""; } = "";

    /// <summary>Other long forms that count as writing it out.</summary>
    public IList<string> Variants { get; init => field = value ?? []; } = [];

    /// <summary>Long forms of which a document must choose one; empty for most.</summary>
    public IList<string> Meanings { get; init => field = value ?? []; } = [];

    /// <summary>Words that, following it, make it part of a proper name: Davis for UC.</summary>
    public IList<string> NameWith { get; init => field = value ?? []; } = [];

    /// <summary>What it is, in plain words.</summary>
    public string Plain { get; init => field = value ?? ""; } = "";

    /// <summary>Every long form.</summary>
    public IEnumerable<string> LongForms => [.. Long.Length == 0 ? Meanings : [Long], .. Variants];

    /// <summary>The long form, or all that it may mean.</summary>
    public string Name => Long.Length > 0 ? Long : string.Join(" or ", Meanings);
}
