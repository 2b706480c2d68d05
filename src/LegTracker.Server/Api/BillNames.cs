using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>Resource names of bills in requests: read, or refused with near matches.</summary>
internal static class BillNames
{
    private const int FirstSession = 1999;

    // Numbers ascend; on the introduction deadline several hundred bills come in one day.
    private const int NewSinceLastNight = 1000;

    /// <param name="field">The request's field that holds it.</param>
    /// <exception cref="ApiError">FIELD_INVALID.</exception>
    public static BillId Read(string name, string field) => BillId.TryFromResourceName(name, out var id)
        ? id
        : throw ApiError.FieldInvalid(field, $"'{name}' is no bill's name; write it as states/ca/sessions/20232024-0/bills/AB1394");

    /// <summary>Lets pass what can be tracked: a bill of 1999-00 or later that, where the catalog holds its session, is there or may be introduced next.</summary>
    /// <param name="known">Every measure of the session, as far as the catalog holds it.</param>
    /// <exception cref="ApiError">FIELD_INVALID before 1999-00; BILL_NOT_FOUND with the nearest measures.</exception>
    public static void RequireReadable(BillId id, IReadOnlyCollection<BillId> known)
    {
        if (id.Session.StartYear < FirstSession)
        {
            throw ApiError.FieldInvalid("name", $"'{id}' is older than the Legislature's histories, which begin with the 1999-00 session");
        }

        var numbers = known.Where(other => other.Session == id.Session && other.Type == id.Type).Select(other => other.Number).ToHashSet();
        if (numbers.Count == 0 || numbers.Contains(id.Number) || (id.Number > numbers.Max() && id.Number <= numbers.Max() + NewSinceLastNight))
        {
            return;
        }

        var near = string.Join(", ", Near(id, known.Where(other => other.Session == id.Session)));
        throw new ApiError(StatusCode.NotFound, "BILL_NOT_FOUND", near.Length > 0
            ? $"{id} is not among the measures of its session; near it: {near}."
            : $"{id} is not among the measures of its session.")
        {
            Metadata = ImmutableDictionary<string, string>.Empty.Add("near", near),
        };
    }

    /// <summary>BILL_NOT_FOUND with the tracked bills whose numbers are near.</summary>
    public static ApiError NotFound(BillId id, IEnumerable<TrackedBill> tracked)
    {
        var near = Near(id, tracked.Select(bill => bill.Id));
        return new ApiError(StatusCode.NotFound, "BILL_NOT_FOUND", $"{id} is not on the watch list.")
        {
            Metadata = ImmutableDictionary<string, string>.Empty.Add("near", string.Join(", ", near)),
        };
    }

    private static IEnumerable<string> Near(BillId id, IEnumerable<BillId> others) => others
        .Select(other => (Bill: other, Distance: Distance(id, other)))
        .Where(pair => pair.Distance <= 2)
        .OrderBy(pair => pair.Distance).ThenByDescending(pair => pair.Bill)
        .Take(5).Select(pair => pair.Bill.ToString());

    // 0: same number in another session or type; then one or two slips of the keyboard in the number.
    private static int Distance(BillId asked, BillId other)
    {
        if (asked.Number == other.Number)
        {
            return 0;
        }

        var (a, b) = (asked.Number.ToString(CultureInfo.InvariantCulture), other.Number.ToString(CultureInfo.InvariantCulture));
        var slips = a.Length == b.Length
            ? a.Order().SequenceEqual(b.Order()) ? 1 : a.Zip(b).Count(pair => pair.First != pair.Second)
            : a.StartsWith(b, StringComparison.Ordinal) || b.StartsWith(a, StringComparison.Ordinal) ? Math.Abs(a.Length - b.Length) : 9;
        return slips + (asked.Type == other.Type ? 0 : 1);
    }
}
