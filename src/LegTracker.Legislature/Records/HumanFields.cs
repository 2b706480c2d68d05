using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The API's names of the fields that only people write.</summary>
public static class HumanField
{
    public const string Position = "position";
    public const string Priority = "priority";
    public const string Labels = "labels";
    public const string Owner = "owner";
    public const string Sponsors = "sponsors";
    public const string PlainTitle = "plain_title";
    public const string WhatItDoes = "what_it_does";
    public const string WhyItMatters = "why_it_matters";
    public const string WhatToDo = "what_to_do";
    public const string Contact = "contact";
    public const string Notes = "notes";

    /// <summary>Those that keep their author, time and version.</summary>
    public static ImmutableArray<string> Texts { get; } = [PlainTitle, WhatItDoes, WhyItMatters, WhatToDo, Contact, Notes];

    public static ImmutableArray<string> All { get; } = [Position, Priority, Labels, Owner, Sponsors, .. Texts];
}

/// <summary>What people wrote about a bill; a poll never touches it.</summary>
/// <param name="Priority">1 to 3, or null.</param>
public sealed record HumanFields(string? Position, int? Priority, ImmutableArray<string> Labels)
{
    /// <summary>Nothing written yet.</summary>
    public static HumanFields Empty { get; } = new(null, null, []);

    /// <summary>Who recorded the position; null without one, or when it was recorded before authors were kept.</summary>
    public string? PositionAuthor { get; init; }

    /// <summary>Null as <see cref="PositionAuthor"/> is.</summary>
    public DateTimeOffset? PositionTime { get; init; }

    public string? Owner { get; init; }

    public ImmutableArray<string> Sponsors { get; init; } = [];

    /// <summary>By names of <see cref="HumanField.Texts"/>; without those that nobody wrote.</summary>
    public ImmutableSortedDictionary<string, HumanText> Texts { get; init; } = ImmutableSortedDictionary.Create<string, HumanText>(StringComparer.Ordinal);

    /// <summary>A field's value as the log keeps it, a list an entry a line; null when it is empty.</summary>
    public string? ValueOf(string field)
    {
        var value = field switch
        {
            HumanField.Position => Position,
            HumanField.Priority => Priority?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            HumanField.Labels => Lines(Labels),
            HumanField.Owner => Owner,
            HumanField.Sponsors => Lines(Sponsors),
            _ => Texts.GetValueOrDefault(field)?.Text,
        };
        return string.IsNullOrEmpty(value) ? null : value;
    }

    private static string? Lines(ImmutableArray<string> names) => names.IsDefaultOrEmpty ? null : string.Join('\n', names);
}
