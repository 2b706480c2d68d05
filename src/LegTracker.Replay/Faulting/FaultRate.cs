namespace LegTracker.Replay;

/// <summary>Faults of every kind by chance, on a share of all answers.</summary>
/// <param name="Share">0 to 1.</param>
/// <param name="Seed">The same seed gives the same request of an address (the nth one) the same fault.</param>
public sealed record FaultRate(double Share, int Seed)
{
    /// <summary>Kinds to draw from; those that cannot show in an answer are passed over. Default all.</summary>
    public IReadOnlyList<FaultKind> Kinds { get; init; } = Enum.GetValues<FaultKind>();

    /// <summary>Statuses of <see cref="FaultKind.Status"/>.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [403, 404, 429, 500, 502, 503];

    /// <summary>Wait of <see cref="FaultKind.Slow"/> and <see cref="FaultKind.Stall"/>, in real time. Default 5 ms: long enough to part the answer.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(5);
}
