using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>What was read in the text of a bill's newest print, or why it was not read.</summary>
public sealed record TextReading
{
    /// <summary>The print: <c>20230AB139493CHP</c>.</summary>
    public required string VersionId { get; init; }

    /// <summary>The file that holds the text, as "address, entry"; empty when it was not read.</summary>
    public string Address { get; init; } = "";

    /// <summary>Why the text was not read, in words; null when it was.</summary>
    public string? Fault { get; init; }

    /// <summary>"An act to …"; null when not read.</summary>
    public string? Title { get; init; }

    /// <summary>The digest's paragraphs.</summary>
    public ImmutableArray<string> Digest { get; init; } = [];

    /// <summary>"Penal Code 236.1": the sections it changes.</summary>
    public ImmutableArray<string> CodeSections { get; init; } = [];

    /// <summary>When its parts begin and end to be in operation, each with its sentence, once each.</summary>
    public ImmutableArray<OperativeStatement> Operative { get; init; } = [];

    /// <summary>Its marks of immediate effect; they hold for the law only when <see cref="IsFinal"/>.</summary>
    public EffectFacts Facts { get; init; } = EffectFacts.None;

    /// <summary>Whether the text was read.</summary>
    public bool IsRead => Fault is null;

    /// <summary>Whether it is the text as passed: enrolled or chaptered.</summary>
    public bool IsFinal => VersionId.EndsWith("ENR", StringComparison.Ordinal) || VersionId.EndsWith("CHP", StringComparison.Ordinal);

    /// <summary>Understands a text.</summary>
    /// <param name="address">Where it was read.</param>
    public static TextReading Of(BillId bill, string versionId, string address, BillText text)
    {
        var plain = text.PlainText();
        return new TextReading
        {
            VersionId = versionId,
            Address = address,
            Title = text.Title,
            Digest = text.Digest,
            CodeSections = text.CodeSections,
            Operative = [.. OperativeReader.Read(plain, bill).DistinctBy(said => (said.Kind, said.Date, said.Part, said.Sentence))],
            Facts = Agreed(text.Flags, EffectFacts.FromText(plain)),
        };
    }

    /// <summary>A text that could not be read.</summary>
    public static TextReading Unread(string versionId, string fault) => new() { VersionId = versionId, Fault = fault };

    // The head's marks and the words of the act are two witnesses: where they contradict each other, it is unknown.
    private static EffectFacts Agreed(EffectFacts head, EffectFacts words) => head with
    {
        Urgency = Agreed(head.Urgency, words.Urgency),
        TaxLevy = Agreed(head.TaxLevy, words.TaxLevy),
        CallsElection = Agreed(head.CallsElection, words.CallsElection),
        UsualCurrentExpenses = Agreed(head.UsualCurrentExpenses, words.UsualCurrentExpenses),
        BudgetRelated = Agreed(head.BudgetRelated, words.BudgetRelated),
    };

    private static bool? Agreed(bool? one, bool? other) => one is null || other is null || one == other ? one ?? other : null;
}
