using System.Collections.Immutable;
using System.Globalization;

namespace LegTracker.Legislature.Tests;

/// <summary>What must hold of every real line and every complete real history in ../shared/data.</summary>
public class AcceptanceTests
{
    private const int PermutedLines = 6;
    private const int SampledOrders = 60;

    private static readonly DateOnly Today = Histories.Day("2026-11-24");

    /// <summary>Lines and templates that are shown as unknown, and why; everything else must be classified.</summary>
    private static readonly Dictionary<string, string> Unknown = new(StringComparer.Ordinal)
    {
    };

    [SharedDataFact]
    public void Every_shared_line_is_classified_or_listed_as_unknown_with_a_reason()
    {
        var lines = SharedLines.All();

        var unread = lines.Where(line => IsUnknown(line.Id, line.Line)).Select(line => $"{line.Source}: {line.Line.Text}").Distinct()
            .Where(text => !Unknown.ContainsKey(text)).ToArray();

        Assert.True(lines.Count > 1_500, $"only {lines.Count} lines were found");
        Assert.True(lines.Select(line => line.Source).Distinct().Count() >= 20, "a source of lines was not read");
        Assert.True(unread.Length == 0, string.Join('\n', unread));
    }

    [SharedDataFact]
    public void Every_template_is_classified_or_listed_as_unknown_with_a_reason()
    {
        var templates = SharedLines.Templates();

        var unread = templates.Where(entry => IsUnknown(entry.Example.Id, entry.Example.Line with { Text = entry.Template }))
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
        var moves = Histories.Complete().SelectMany(history => Moves(history).Select(move => (history.Name, move.From, move.To, move.Line)));

        var impossible = moves.Where(move => !StageMoves.IsPossible(move.From, move.To))
            .Select(move => $"{move.Name}: {move.From} to {move.To} by {move.Line.Date:yyyy-MM-dd} {move.Line.Text}").ToArray();

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

    /// <summary>The stages of all beginnings of a history, whole days and then line by line within the day in the order that procedure gives.</summary>
    private static IEnumerable<(Stage From, Stage To, HistoryLine Line)> Moves(TestHistory history)
    {
        var from = Stage.Unknown;
        for (var count = 1; count <= history.Lines.Count; count++)
        {
            var line = history.Lines[count - 1];
            var to = StageReader.Read(history.Id, [.. history.Lines.Take(count)], line.Date).Stage;
            yield return (from, to, line);
            from = to;
        }
    }

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
