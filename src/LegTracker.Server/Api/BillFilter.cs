using System.Globalization;
using Grpc.Core;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>A filter of bills, parsed: words and <c>key:value</c> terms that must all hold; <c>-term</c> must not.</summary>
/// <remarks>Keys: <c>session</c>, <c>stage</c>, <c>house</c>, <c>p</c>, <c>pos</c>. Other words of the dashboard's grammar come with their fields.</remarks>
internal sealed class BillFilter
{
    private readonly List<Func<TrackedBill, BillProgress?, bool>> terms = [];

    /// <exception cref="ApiError">FILTER_INVALID: names the term.</exception>
    public static BillFilter Parse(string text)
    {
        var filter = new BillFilter();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (not, term) = word.Length > 1 && word[0] == '-' ? (true, word[1..]) : (false, word);
            var holds = ParseTerm(term);
            filter.terms.Add(not ? (bill, progress) => !holds(bill, progress) : holds);
        }

        return filter;
    }

    public bool Holds(TrackedBill bill, BillProgress? progress) => terms.All(term => term(bill, progress));

    private static Func<TrackedBill, BillProgress?, bool> ParseTerm(string term)
    {
        var colon = term.IndexOf(':', StringComparison.Ordinal);
        var (key, value) = colon > 0 ? (term[..colon], term[(colon + 1)..]) : ("", term);
        switch (key)
        {
            case "":
                return (bill, _) => Text(bill).Contains(value, StringComparison.OrdinalIgnoreCase);
            case "session" when Session.TryParse(value, out var session):
                return (bill, _) => bill.Id.Session.StartYear == session.StartYear;
            case "house" when value.Length >= 3 && Enum.GetValues<House>().Where(house => house.ToString().StartsWith(value, StringComparison.OrdinalIgnoreCase)).ToList() is [var house]:
                return (bill, _) => bill.Id.HouseOfOrigin == house;
            case "p" when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var priority):
                return (bill, _) => bill.Human.Priority == priority;
            case "pos":
                return (bill, _) => bill.Human.Position?.StartsWith(value, StringComparison.OrdinalIgnoreCase) == true;
            case "stage" when value.Length > 0:
                var wanted = value.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
                return (_, progress) => (progress?.Stage ?? Stage.Unknown).ToString().Contains(wanted, StringComparison.OrdinalIgnoreCase);
            default:
                throw new ApiError(StatusCode.InvalidArgument, "FILTER_INVALID", $"'{term}' is no filter term: use words, or session:2023-24 stage:chaptered house:sen p:1 pos:watch") { Field = "filter" };
        }
    }

    private static string Text(TrackedBill bill) => string.Join(' ',
        bill.Id.Measure, bill.Id.Measure.Replace(" ", "", StringComparison.Ordinal), bill.Record?.Topic ?? bill.Listed?.Topic, bill.Record?.Title,
        string.Join(' ', bill.Record?.LeadAuthors ?? bill.Listed?.LeadAuthors ?? []), string.Join(' ', bill.Human.Labels));
}
