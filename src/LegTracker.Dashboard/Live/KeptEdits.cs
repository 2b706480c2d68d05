using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Live;

/// <summary>What waits for one server, as the file holds it.</summary>
internal sealed record KeptEdits(string Server, ImmutableArray<BillEdit> Queue, ImmutableArray<Draft> Drafts);
