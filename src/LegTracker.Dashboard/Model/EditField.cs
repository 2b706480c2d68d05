using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>A field of a bill that people write, as the API names it.</summary>
/// <param name="Id">The API's name: "what_it_does".</param>
/// <param name="Title">What people call it: "what it does".</param>
/// <param name="Longest">At most so many characters, as the API says.</param>
internal sealed record EditField(string Id, string Title, int Longest)
{
    /// <summary>The fields, in the order in which they are offered.</summary>
    public static ImmutableArray<EditField> All { get; } =
    [
        new("position", "position", 60) { Choices = ["support", "support if amended", "oppose", "oppose unless amended", "watch", "neutral"] },
        new("priority", "priority", 1) { Choices = ["1", "2", "3"] },
        new("labels", "labels", 3_000) { IsList = true },
        new("owner", "owner", 200),
        new("sponsors", "sponsors", 10_000) { IsList = true },
        new("plain_title", "plain title", 120),
        new("what_it_does", "what it does", 2_000),
        new("why_it_matters", "why it matters", 2_000),
        new("what_to_do", "what to do", 2_000),
        new("contact", "contact", 2_000),
        new("notes", "notes", 20_000) { KeepsLines = true },
    ];

    /// <summary>Values to choose from; empty for what is typed.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>Several values, one a line.</summary>
    public bool IsList { get; init; }

    /// <summary>Line breaks are part of the text.</summary>
    public bool KeepsLines { get; init; }

    /// <summary>A line break may be typed.</summary>
    public bool Breaks => IsList || KeepsLines;

    public static EditField Named(string id) => All.First(field => field.Id == id);

    /// <summary>What a bill has in a field; empty when nothing.</summary>
    public static string ValueOf(BillItem bill, string field) => bill.Written.FirstOrDefault(written => written.Field == field)?.Text ?? "";

    /// <summary>A value as the server keeps it: white space is one space, lists have each value once, notes keep their lines.</summary>
    public string Tidy(string value)
    {
        var lines = value.ReplaceLineEndings("\n").Split('\n').Select(line => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        return KeepsLines ? string.Join('\n', lines).Trim('\n')
            : IsList ? string.Join('\n', lines.Where(line => line.Length > 0).Distinct(StringComparer.Ordinal))
            : string.Join(' ', lines.Where(line => line.Length > 0));
    }
}
