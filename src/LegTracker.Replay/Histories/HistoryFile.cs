using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Replay.Histories;

/// <summary>Reads the history files; their format is described at the head of each.</summary>
internal static class HistoryFile
{
    /// <summary>The measures of one file.</summary>
    /// <exception cref="FormatException">A row is not of the format; the message names file and row.</exception>
    public static IEnumerable<ReplayedBill> Read(string name, TextReader text)
    {
        Draft? draft = null;
        var number = 0;
        while (text.ReadLine() is { } row)
        {
            number++;
            if (row.Length == 0 || row[0] == '#')
            {
                continue;
            }

            var cells = row.Split('\t');
            if (cells[0] == "bill")
            {
                if (draft is not null)
                {
                    yield return draft.Finish();
                }

                draft = new Draft(BillId.FromLeginfoId(cells[1]));
                continue;
            }

            try
            {
                (draft ?? throw new FormatException("a row before the first bill")).Take(cells);
            }
            catch (Exception fault) when (fault is FormatException or IndexOutOfRangeException)
            {
                throw new FormatException($"{name}:{number}: {fault.Message}", fault);
            }
        }

        if (draft is not null)
        {
            yield return draft.Finish();
        }
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? OrNull(string cell) => cell.Length == 0 ? null : cell;

    /// <summary>A measure while its rows are being read.</summary>
    private sealed class Draft(BillId id)
    {
        private readonly List<string> notes = [];
        private readonly List<ReplayedVersion> versions = [];
        private readonly List<ReplayedLine> lines = [];
        private readonly List<ReplayedAnalysis> analyses = [];
        private string topic = "";
        private string authors = "-";
        private DateOnly? from;

        public void Take(string[] cells)
        {
            switch (cells[0])
            {
                case "topic":
                    topic = cells[1];
                    break;
                case "authors":
                    authors = cells[1];
                    break;
                case "note":
                    notes.Add(cells[1]);
                    break;
                case "from":
                    from = Day(cells[1]);
                    break;
                case "version":
                    versions.Add(new ReplayedVersion(cells[1], Day(cells[2]), Day(cells[3]), cells[4], cells[5], OrNull(cells[6]),
                        OrNull(cells[7]), OrNull(cells[8]), OrNull(cells[9]), OrNull(cells[10]), OrNull(cells[11]), cells[12]));
                    break;
                case "analysis":
                    analyses.Add(new ReplayedAnalysis(long.Parse(cells[1], CultureInfo.InvariantCulture), Day(cells[2]), cells[3], cells[4], cells[5], cells[6], cells[7], Day(cells[8])));
                    break;
                case "title":
                    versions[IndexOf(cells[1])] = versions[IndexOf(cells[1])] with { Title = cells[2] };
                    break;
                case "digest":
                    versions[IndexOf(cells[1])] = versions[IndexOf(cells[1])] with { Digest = cells[2] };
                    break;
                default:
                    var sequence = OrNull(cells[1]) is { } written ? int.Parse(written, CultureInfo.InvariantCulture) : (int?)null;
                    lines.Add(new ReplayedLine(Day(cells[0]), sequence, OrNull(cells[2]), OrNull(cells[3]), OrNull(cells[4]),
                        OrNull(cells[5]), OrNull(cells[6]), cells[7]));
                    break;
            }
        }

        private int IndexOf(string version) =>
            versions.FindIndex(known => known.Id == version) is >= 0 and var at ? at : throw new FormatException($"no version row before this one is of {version}");

        public ReplayedBill Finish() => new(id, 0, topic, authors, notes, from, versions, lines) { Analyses = analyses };
    }
}
