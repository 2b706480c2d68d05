using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

internal abstract partial record Msg
{
    /// <summary>What was last known, before the server has answered.</summary>
    internal sealed record Recalled(KeptRecord Record) : Msg;

    /// <summary>The server has named its store.</summary>
    /// <param name="Visit">The visit before this one; null on the first.</param>
    internal sealed record Greeted(string Epoch, LastVisit? Visit) : Msg;

    /// <summary>Another dashboard of this user has marked changes.</summary>
    internal sealed record MarkedElsewhere(ReadLedger Before, ReadLedger After) : Msg;

    /// <summary>Rules by which notices are given from now on.</summary>
    internal sealed record NoticesSet(ImmutableArray<NoticeRule> Rules) : Msg;

    /// <summary>Ask whether everything shown is to be marked read.</summary>
    internal sealed record AskMarkShown : Msg;

    /// <summary>Mark everything shown read.</summary>
    internal sealed record MarkShown : Msg;

    /// <summary>Begin the tour of the keys, or end it.</summary>
    internal sealed record ToggleTour : Msg;
}
