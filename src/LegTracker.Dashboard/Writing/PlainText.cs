using System.Buffers;
using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Writing;

/// <summary>Text from outside made fit for a document: no controls, no bidirectional or invisible marks, nothing XML cannot hold.</summary>
internal static class PlainText
{
    /// <summary>What stands in nearly every text and never needs a change.</summary>
    private static readonly SearchValues<char> Fit = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code), .. "§‘’“”–—…"]);

    /// <summary>Line breaks and tabs become spaces.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Fit))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                plain.Append(' ');
            }
            else if (rune.Value != 0xFFFD && (rune.Value & 0xFFFE) != 0xFFFE && Rune.GetUnicodeCategory(rune)
                is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                plain.Append(rune.ToString());
            }
        }

        return plain.ToString();
    }

    /// <summary>A whole update made fit for a document.</summary>
    public static SegmentContent Of(SegmentContent content) => content with
    {
        Title = Of(content.Title),
        Parts = [.. content.Parts.Select(part => part with { Title = Of(part.Title), Entries = [.. part.Entries.Select(Of)] })],
        Missing = [.. content.Missing.Select(Of)],
        Notes = [.. content.Notes.Select(Of)],
        LeftOut = [.. content.LeftOut.Select(left => new SegmentLeftOut(Of(left.Heading), Of(left.Reason), Of(left.By)))],
    };

    private static SegmentEntry Of(SegmentEntry entry) => entry with
    {
        Measure = Of(entry.Measure),
        Heading = Of(entry.Heading),
        Statements = [.. entry.Statements.Select(Of)],
        Changes = [.. entry.Changes.Select(Of)],
        Status = Of(entry.Status),
        SpeakerNote = Of(entry.SpeakerNote),
        BillKey = Of(entry.BillKey),
    };

    private static SegmentStatement Of(SegmentStatement statement) => statement with
    {
        Text = Of(statement.Text),
        Flag = Of(statement.Flag),
        Source = new StatementSource(Of(statement.Source.Url), Of(statement.Source.Document), Of(statement.Source.Version), Of(statement.Source.Locator)),
    };
}
