using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using LegTracker.Legislature;

namespace LegTracker.Replay.Histories;

/// <summary>Every replayed measure, with what is published of it at an instant.</summary>
/// <remarks>Lines and prints of a day appear at 17:00 in Los Angeles, on pages and in the bulk files of that night.</remarks>
internal sealed partial class Library
{
    /// <summary>The measures of a generated season alone.</summary>
    public static Library Of(ReplayedSeason season, int journalPageDelay) => new(season.Bills, Committees(), journalPageDelay);

    /// <summary>When a day's lines appear.</summary>
    public static readonly TimeOnly Evening = new(17, 0);

    private const string CommitteeFile = "Histories/committees.tsv";

    private readonly Dictionary<BillId, ReplayedBill> bills;
    private readonly Dictionary<string, string> committees;
    private readonly int journalPageDelay;

    private Library(IEnumerable<ReplayedBill> bills, Dictionary<string, string> committees, int journalPageDelay)
    {
        this.bills = bills.Select((bill, ordinal) => bill with { Ordinal = ordinal }).ToDictionary(bill => bill.Id);
        this.committees = committees;
        this.journalPageDelay = journalPageDelay;
    }

    /// <summary>The measures in the order of their ids.</summary>
    public IReadOnlyList<ReplayedBill> Bills => field ??= [.. bills.Values.OrderBy(bill => bill.Id)];

    /// <summary>Start years of the sessions that the download site has files of, from 1989 to the newest replayed; without replayed measures they are empty.</summary>
    public IReadOnlySet<int> StartYears => field ??= Enumerable.Range(0, (Bills.Max(bill => bill.Id.Session.StartYear) - 1989) / 2 + 1)
        .Select(index => 1989 + 2 * index).ToHashSet();

    /// <summary>The measures of the embedded files.</summary>
    /// <param name="more">Text of a history file whose measures are served too, in place of an embedded one of the same number; null for none.</param>
    /// <exception cref="FormatException">It is no history file; the message names the row.</exception>
    /// <param name="copies">How many more times the histories with invented numbers are served, each under a number 1,000 higher.</param>
    public static Library Load(int journalPageDelay, int copies, string? more = null)
    {
        var found = new List<ReplayedBill>();
        foreach (var name in Assembly.GetExecutingAssembly().GetManifestResourceNames().Order(StringComparer.Ordinal).Where(name => name != CommitteeFile))
        {
            using var text = Resource(name);
            found.AddRange(HistoryFile.Read(name, text));
        }

        if (more is not null)
        {
            var given = HistoryFile.Read("histories", new StringReader(more)).ToList();
            found.RemoveAll(bill => given.Exists(other => other.Id == bill.Id));
            found.AddRange(given);
        }

        var invented = found.Where(bill => bill.NumberIsInvented).ToList();
        found.AddRange(Enumerable.Range(1, copies).SelectMany(copy => invented.Select(bill => Renumbered(bill, copy * 1000))));
        return new Library(found, Committees(), journalPageDelay);
    }

    /// <summary>The last day whose lines are out at an instant.</summary>
    public static DateOnly DayShown(DateTimeOffset now)
    {
        var day = CaliforniaTime.DayOf(now);
        return now >= CaliforniaTime.At(day, Evening) ? day : day.AddDays(-1);
    }

    /// <summary>A measure as shown; null when nobody knows it yet.</summary>
    public BillAsOf? Find(BillId id, DateOnly day) => bills.TryGetValue(id, out var bill) ? bill.AsOf(day, journalPageDelay) : null;

    /// <summary>All measures known on a day.</summary>
    public IEnumerable<BillAsOf> Known(DateOnly day) => Bills.Select(bill => bill.AsOf(day, journalPageDelay)).OfType<BillAsOf>();

    /// <summary>A committee's name by its location code.</summary>
    public string? Committee(string? code) => code is not null && committees.TryGetValue(code, out var name) ? name : null;

    private static StreamReader Resource(string name) => new(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);

    private static Dictionary<string, string> Committees()
    {
        using var text = Resource(CommitteeFile);
        return text.ReadToEnd().Split('\n').Where(row => row.Length > 0 && row[0] != '#').Select(row => row.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1]);
    }

    private static ReplayedBill Renumbered(ReplayedBill bill, int by)
    {
        var id = bill.Id with { Number = bill.Id.Number + by };
        return bill with
        {
            Id = id,
            Versions = [.. bill.Versions.Select(version => version with
            {
                Id = OldNumber().Replace(version.Id, match => (int.Parse(match.Value, CultureInfo.InvariantCulture) + by).ToString(CultureInfo.InvariantCulture)),
            })],
        };
    }

    [GeneratedRegex(@"(?<=^\d{5}[A-Z]+)\d{4}(?=\d\d[A-Z]{3}$)")]
    private static partial Regex OldNumber();
}
