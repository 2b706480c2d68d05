using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>Something a key can do: the one entry from which key map, help and status bar are made.</summary>
/// <param name="Id">Stable name for key overrides: "list.next".</param>
/// <param name="Title">What it does, for help.</param>
/// <param name="Group">Heading in help.</param>
/// <param name="When">Screens on which it applies.</param>
/// <param name="Keys">Default keys; a chord is written "g g".</param>
/// <param name="Does">The message it sends.</param>
internal sealed record Command(string Id, string Title, string Group, Screen When, ImmutableArray<string> Keys, Msg Does)
{
    /// <summary>One or two words for the status bar; empty keeps it out.</summary>
    public string Hint { get; init; } = "";
}
