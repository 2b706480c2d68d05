using System.Globalization;
using System.Text;

namespace LegTracker.Replay.Bulk;

/// <summary>One row of a bulk table being written: tabs between cells, text in backticks, numbers and dates bare, NULL bare.</summary>
internal sealed class BulkText(StringBuilder table)
{
    private bool first = true;

    /// <summary>A text cell.</summary>
    public BulkText Text(string? value) => Bare(value is null ? null : $"`{Escape(value)}`");

    /// <summary>A cell with the name of a file, which stands bare.</summary>
    public BulkText Name(string value) => Bare(value);

    /// <summary>A number cell.</summary>
    public BulkText Number(long? value) => Bare(value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A date at midnight, as the tables keep legislative days.</summary>
    public BulkText Day(DateOnly? value) => Bare(value is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 00:00:00") : null);

    /// <summary>When the row was written, in Los Angeles: the evening of a day.</summary>
    public BulkText Stamp(DateOnly day) => Bare(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} 17:00:00"));

    /// <summary>Ends the row.</summary>
    public void End() => table.Append('\n');

    private BulkText Bare(string? cell)
    {
        if (!first)
        {
            table.Append('\t');
        }

        first = false;
        table.Append(cell ?? "NULL");
        return this;
    }

    private static string Escape(string value) => value
        .Replace("\\", @"\\", StringComparison.Ordinal)
        .Replace("`", "\\`", StringComparison.Ordinal)
        .Replace("\t", @"\t", StringComparison.Ordinal)
        .Replace("\n", @"\n", StringComparison.Ordinal);
}
