using System.Collections.Immutable;
using System.Globalization;

namespace LegTracker.Legislature.Tests;

/// <summary>What must hold of every real line and every complete real history in ../shared/data.</summary>
public class AcceptanceTests
{
    private const int PermutedLines = 6;
    private const int SampledOrders = 60;

    private static readonly DateOnly Today = Histories.Day("2026-11-24");

    /// <summary>Lines that are shown as unknown, and why; everything else must be classified. None is left.</summary>
    private static readonly Dictionary<string, string> Unknown = [];

    [SharedDataFact]
    public void Every_shared_line_is_classified_or_listed_as_unknown_with_a_reason()
    {
        var lines = SharedLines.All();

        var unread = lines.Where(line => IsUnknown(line.Id, line.Line)).Select(line => $"{line.Source}: {line.Line.Text}").Distinct()
            .Where(text => !Unknown.ContainsKey(text)).ToArray();

        Assert.True(lines.Count > 1_400, $"only {lines.Count} lines were found");
        Assert.True(lines.Select(line => line.Source).Distinct().Count() >= 20, "a source of lines was not read");
        Assert.True(unread.Length == 0, string.Join('\n', unread));
    }

    [SharedDataFact]
    public void Every_template_is_classified_or_listed_as_unknown_with_a_reason()
    {
        var templates = SharedLines.Templates();

        var unread = templates.Where(entry => IsUnknown(entry.Example.Id, entry.Example.Line with { Text = entry.Template.Replace("DATE", "July 15", StringComparison.Ordinal) }))
            .Select(entry => entry.Template).Where(text => !Unknown.ContainsKey(text)).ToArray();

        Assert.Equal(178, templates.Count);
        Assert.True(unread.Length == 0, string.Join('\n', unread));
    }

    [SharedDataFact]
    public void Final_stages_are_right_the_day_after_the_last_line_and_today()
    {
        var rows = Histories.Complete().Select(history =>
        {
            var after = StageReader.Read(history.Id, history.Lines, history.Lines[^1].Date.AddDays(1));
            var today = StageReader.Read(history.Id, history.Lines, Today);
            return string.Create(CultureInfo.InvariantCulture, $"{history.Name} | {history.Id.Type} | {after.AsOf:yyyy-MM-dd} {after.Stage} | {Today:yyyy-MM-dd} {today.Stage}");
        });

        Golden.Matches("final-stages", string.Join('\n', rows) + "\n");
    }

    [SharedDataFact]
    public void No_beginning_of_a_history_makes_an_impossible_move()
    {
        var impossible = Histories.Complete().Select(FirstImpossible).OfType<string>().ToArray();

        Assert.True(impossible.Length == 0, string.Join('\n', impossible));
    }

    [SharedDataFact]
    public void Every_order_of_a_days_lines_gives_the_same_final_stage()
    {
        var random = new Random(20261124);
        var days = 0;
        foreach (var history in Histories.Complete())
        {
            var asOf = history.Lines[^1].Date.AddDays(1);
            var given = StageReader.Read(history.Id, history.Lines, asOf);
            foreach (var day in history.Lines.GroupBy(line => line.Date).Where(day => day.Count() > 1))
            {
                days++;
                var lines = day.ToArray();
                var orders = lines.Length <= PermutedLines ? Permutations(lines) : Enumerable.Range(0, SampledOrders).Select(_ => Shuffled(lines, random));
                foreach (var order in orders)
                {
                    var read = StageReader.Read(history.Id, InOrder(history, day.Key, order), asOf);
                    Assert.True(given.Stage == read.Stage, $"{history.Name}, {day.Key:yyyy-MM-dd}: {read.Stage} instead of {given.Stage} for\n{string.Join('\n', order.Select(line => line.Text))}");
                }
            }
        }

        Assert.True(days > 100, $"only {days} days with several lines were found");
    }

    private static bool IsUnknown(BillId id, HistoryLine line) => ActionReader.Read(id, line).Kinds.Contains(ActionKind.Unknown);

    /// <summary>A day is walked line by line in the order given; where the source gives none, some order of its lines must be possible.</summary>
    private static string? FirstImpossible(TestHistory history)
    {
        var (before, from) = (ImmutableArray<HistoryLine>.Empty, Stage.Unknown);
        foreach (var day in history.Lines.GroupBy(line => line.Date).OrderBy(day => day.Key))
        {
            ImmutableArray<HistoryLine> lines = [.. day];
            var isOrdered = history.Name.Contains("2025", StringComparison.Ordinal) || history.Name.Contains("1999", StringComparison.Ordinal);
            if (!IsWalked(history.Id, before, lines, from, isOrdered ? 1 : lines.Length))
            {
                return $"{history.Name}, {day.Key:yyyy-MM-dd}, from {from}:\n  {string.Join("\n  ", lines.Select(line => line.Text))}";
            }

            before = before.AddRange(lines);
            from = StageReader.Read(history.Id, before, day.Key).Stage;
        }

        return null;
    }

    private static bool IsWalked(BillId id, ImmutableArray<HistoryLine> before, ImmutableArray<HistoryLine> left, Stage from, int choices) =>
        left.IsEmpty || Enumerable.Range(0, Math.Min(choices, left.Length)).Any(i =>
        {
            var to = StageReader.Read(id, before.Add(left[i]), left[i].Date).Stage;
            return StageMoves.IsPossible(from, to) && IsWalked(id, before.Add(left[i]), left.RemoveAt(i), to, choices);
        });

    private static IReadOnlyList<HistoryLine> InOrder(TestHistory history, DateOnly day, IReadOnlyList<HistoryLine> order) =>
        [.. history.Lines.Where(line => line.Date < day), .. order, .. history.Lines.Where(line => line.Date > day)];

    private static HistoryLine[] Shuffled(HistoryLine[] lines, Random random)
    {
        HistoryLine[] order = [.. lines];
        random.Shuffle(order);
        return order;
    }

    private static IEnumerable<HistoryLine[]> Permutations(ImmutableArray<HistoryLine> left, ImmutableArray<HistoryLine> taken) => left.IsEmpty
        ? [[.. taken]]
        : Enumerable.Range(0, left.Length).SelectMany(i => Permutations(left.RemoveAt(i), taken.Add(left[i])));

    private static IEnumerable<HistoryLine[]> Permutations(HistoryLine[] lines) => Permutations([.. lines], []);
}
