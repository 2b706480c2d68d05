using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>When the user is to be told of a change, and how.</summary>
/// <param name="Filter">What the changed bill must fit, as in the filter line; empty for any.</param>
internal sealed record NoticeRule(string Filter, NoticeWay Way)
{
    /// <summary>Kinds of change ("stage", "hearing moved"); empty for any.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>For <see cref="NoticeWay.Program"/>: the program and its arguments, with {measure}, {kind}, {summary} and {more} in them.</summary>
    public ImmutableArray<string> Program { get; init; } = [];
}

internal enum NoticeWay
{
    Bell,

    /// <summary>OSC 9, which many terminals show as a notice of the desktop.</summary>
    Terminal,
    Program,
}
