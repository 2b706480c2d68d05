using System.Collections.Immutable;
using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>Resource names of bills in requests: read, or refused with near matches.</summary>
internal static class BillNames
{
    /// <param name="field">The request's field that holds it.</param>
    /// <exception cref="ApiError">FIELD_INVALID.</exception>
    public static BillId Read(string name, string field) => BillId.TryFromResourceName(name, out var id)
        ? id
        : throw ApiError.FieldInvalid(field, $"'{name}' is no bill's name; write it as states/ca/sessions/20232024-0/bills/AB1394");

    /// <summary>BILL_NOT_FOUND with the tracked bills whose numbers are near.</summary>
    public static ApiError NotFound(BillId id, IEnumerable<TrackedBill> tracked)
    {
        var near = tracked.Select(bill => bill.Id)
            .Select(other => (Bill: other, Distance: Distance(id, other)))
            .Where(pair => pair.Distance <= 2)
            .OrderBy(pair => pair.Distance).ThenByDescending(pair => pair.Bill)
            .Take(5).Select(pair => pair.Bill.ToString());
        return new ApiError(StatusCode.NotFound, "BILL_NOT_FOUND", $"{id} is not on the watch list.")
        {
            Metadata = ImmutableDictionary<string, string>.Empty.Add("near", string.Join(", ", near)),
        };
    }

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
