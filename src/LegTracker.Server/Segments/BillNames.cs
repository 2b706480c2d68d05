using System.Collections.Immutable;
using LegTracker.Legislature;

namespace LegTracker.Server.Segments;

/// <summary>
/// How bills are named as the segment is read from its beginning: the first of a kind written out,
/// "Assembly Bill (AB) 1394", the next short. Use it in reading order.
/// </summary>
internal sealed class BillNames(IEnumerable<SelectedBill> reported)
{
    private readonly HashSet<string> ambiguous = [.. reported.GroupBy(bill => bill.Progress.Id.Measure).Where(group => group.Count() > 1).Select(group => group.Key)];
    private readonly SortedDictionary<string, string> used = new(StringComparer.Ordinal);

    /// <summary>Short forms written so far, with their long forms.</summary>
    public IReadOnlyDictionary<string, string> Used => used;

    /// <summary>"AB 1394"; with the session where two reported bills share the number.</summary>
    public string Of(BillId id) => WithSession(id, Named(id));

    /// <summary>"AB 1394 (Wicks)".</summary>
    public string Heading(SelectedBill bill)
    {
        var id = bill.Progress.Id;
        var authors = bill.Record.LeadAuthors switch
        {
            [] => "",
            [var only] => only,
            [var first, var second] => $"{first} and {second}",
            [var first, ..] => $"{first} and others",
        };
        var session = ambiguous.Contains(id.Measure) ? id.Session.Display : "";
        var details = string.Join(", ", new[] { session, authors }.Where(part => part.Length > 0));
        return details.Length == 0 ? Named(id) : $"{Named(id)} ({details})";
    }

    /// <summary>"SB 1322 (2015-16), AB 1394 (2023-24)".</summary>
    public string ListWithSessions(IEnumerable<BillId> ids) =>
        string.Join(", ", ids.Order().Select(id => $"{Named(id)} ({id.Session.Display})"));

    /// <summary>At most this many names, "and 4 more" for the rest.</summary>
    public string List(ImmutableArray<BillId> ids, int most) => ids.Length <= most
        ? string.Join(ids.Length == 2 ? " and " : ", ", ids.Select(Of))
        : $"{string.Join(", ", ids[..most].Select(Of))} and {ids.Length - most} more";

    private string WithSession(BillId id, string name) => ambiguous.Contains(id.Measure) ? $"{name} ({id.Session.Display})" : name;

    private string Named(BillId id)
    {
        var shortForm = id.Measure[..id.Measure.IndexOf(' ', StringComparison.Ordinal)];
        var longForm = LongForm(id);
        return used.TryAdd(shortForm, longForm) ? $"{longForm} ({shortForm}) {id.Number}" : id.Measure;
    }

    private static string LongForm(BillId id)
    {
        var type = id.Type switch
        {
            MeasureType.AB => "Assembly Bill",
            MeasureType.SB => "Senate Bill",
            MeasureType.ACA => "Assembly Constitutional Amendment",
            MeasureType.SCA => "Senate Constitutional Amendment",
            MeasureType.ACR => "Assembly Concurrent Resolution",
            MeasureType.SCR => "Senate Concurrent Resolution",
            MeasureType.AJR => "Assembly Joint Resolution",
            MeasureType.SJR => "Senate Joint Resolution",
            MeasureType.HR => "House Resolution",
            _ => "Senate Resolution",
        };
        return id.Session.Extraordinary == 0 ? type : $"{type} of Extraordinary Session {id.Session.Extraordinary}";
    }
}
