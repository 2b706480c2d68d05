using System.Globalization;
using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>What people wrote of a bill, with who wrote it, as lines for the command line.</summary>
internal static class HumanLines
{
    private const string Indent = "              ";

    /// <summary>Nothing of what is empty.</summary>
    public static IEnumerable<string> Of(Bill bill)
    {
        foreach (var (label, words) in new[]
        {
            ("position", bill.Position.Length == 0 ? "" : bill.Position + (bill.PositionAuthor.Length > 0 ? $" ({By(bill.PositionAuthor, bill.PositionTime)})" : " (by whom is not recorded)")),
            ("priority", bill.Priority == 0 ? "" : bill.Priority.ToString(CultureInfo.InvariantCulture)),
            ("labels", string.Join(", ", bill.Labels)),
            ("owner", bill.Owner),
            ("sponsors", string.Join(", ", bill.Sponsors)),
        })
        {
            if (words.Length > 0)
            {
                yield return $"  {label,-11} {words}";
            }
        }

        foreach (var (label, text) in ApiWords.TextsOf(bill))
        {
            yield return $"  {label.ToLowerInvariant()}";
            foreach (var line in text.Text.Split('\n'))
            {
                yield return Indent + CleanLines.Line(line);
            }

            yield return $"{Indent}({Who(text)})";
        }
    }

    /// <summary>"Ana Díaz 2025-09-20 05:00, for 20230AB139493CHP; written for an older version: check; read over by Bo 2025-09-21 09:00".</summary>
    public static string Who(HumanText text) =>
        By(text.Author, text.WriteTime)
        + (text.ForVersion.Length > 0 ? $", for {text.ForVersion}" : "")
        + (text.WrittenForOlderVersion ? "; written for an older version: check" : "")
        + (text.ReviewedBy.Length > 0 ? $"; read over by {By(text.ReviewedBy, text.ReviewTime)}" : "");

    private static string By(string author, Google.Protobuf.WellKnownTypes.Timestamp? time) => $"{author} {Words.Of(time)}";
}
