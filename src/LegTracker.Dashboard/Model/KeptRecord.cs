using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace LegTracker.Dashboard.Model;

/// <summary>What was last known of a server, as it is shown before that server has answered.</summary>
/// <param name="Epoch">Store that it belongs to.</param>
/// <param name="AsOf">The real instant at which it was last known to be so.</param>
internal sealed record KeptRecord(string Epoch, DateTimeOffset AsOf)
{
    /// <summary>The build of the program that wrote it; empty: an older one. First in the file.</summary>
    [JsonPropertyOrder(-1)]
    public string Build { get; init; } = "";

    public ImmutableArray<BillItem> Bills { get; init; } = [];

    public ImmutableArray<ChangeItem> Changes { get; init; } = [];

    public ImmutableArray<SourceItem> Sources { get; init; } = [];

    /// <summary>The virtual clock of that server, or null.</summary>
    public ServerClock? Clock { get; init; }
}
