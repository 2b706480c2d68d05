namespace LegTracker.Legislature;

/// <summary>What people decided about one bill of a meeting's segment, with who and when.</summary>
public sealed record ItemChoice(BillId Bill)
{
    /// <summary>It comes in whether or not there is news of it.</summary>
    public bool Pinned { get; init; }

    /// <summary>Why it is left out; null leaves it in.</summary>
    public string? LeftOutReason { get; init; }

    /// <summary>Its place in its section, from 1; null leaves the order to the rules.</summary>
    public int? Place { get; init; }

    /// <summary>Seconds for it; null takes those that its words need.</summary>
    public int? Seconds { get; init; }

    /// <summary>For whoever speaks; null for none.</summary>
    public string? SpeakerNote { get; init; }

    public string Author { get; init; } = "";

    public DateTimeOffset WriteTime { get; init; }

    /// <summary>It decides nothing: the rules alone would do the same.</summary>
    public bool IsEmpty() => Decides(new ItemChoice(Bill));

    /// <summary>Whether another choice decides the same, whoever wrote it.</summary>
    public bool Decides(ItemChoice other) => this with { Author = other.Author, WriteTime = other.WriteTime } == other;
}
