using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

internal abstract partial record Cmd
{
    /// <summary>Fetch what a bill's detail shows beyond the list; answered by that, or by why it failed.</summary>
    /// <param name="Asked">The dashboard's clock, to stand in the answer.</param>
    internal sealed record FetchDetail(string Bill, DateTimeOffset Asked) : Cmd;

    /// <summary>Write a field of a bill; answered by exactly one of the messages about edits.</summary>
    internal sealed record SendEdit(BillEdit Edit) : Cmd;

    /// <summary>Keep what has not been sent, so that no end of the program loses it.</summary>
    internal sealed record KeepEdits(ImmutableArray<BillEdit> Queue, ImmutableArray<Draft> Drafts) : Cmd;
}
