using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tracking;

/// <summary>What a running poll tells whoever started it.</summary>
internal abstract record PollEvent
{
    private PollEvent()
    {
    }

    /// <summary>How far a source is.</summary>
    internal sealed record Progress(string Source, SourceEvent.Progress What) : PollEvent;

    /// <summary>A bill is done.</summary>
    internal sealed record BillDone(PollEntry Entry) : PollEvent;

    /// <summary>A source is done, after its bills.</summary>
    internal sealed record SourceDone(PollEntry Entry) : PollEvent;
}
