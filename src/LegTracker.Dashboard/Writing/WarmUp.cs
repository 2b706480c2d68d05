using System.Collections.Immutable;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Claims;

namespace LegTracker.Dashboard.Writing;

/// <summary>
/// Writes a few made-up lines while the server drafts the segment, and throws them away: most of the time of a first file
/// is the first use of the code that writes it.
/// </summary>
internal static class WarmUp
{
    /// <summary>Begins beside the caller, who need not wait for it.</summary>
    /// <param name="format">One of <see cref="WrittenSegment.Formats"/>; for another there is nothing to make ready.</param>
    public static void Begin(string format)
    {
        if (WrittenSegment.Formats.Contains(format))
        {
            ThreadPool.QueueUserWorkItem(_ => Write(format));
        }
    }

    /// <summary>The lines in the format.</summary>
    public static WrittenSegment Write(string format)
    {
        var content = WrittenSegment.Prepared(Sample());
        var written = WrittenSegment.Of(format, content);
        ClaimsFile.Write(content, "", format, "", written.Claims, format == "pptx" ? written.Bytes : null);
        return written;
    }

    private static SegmentContent Sample()
    {
        var day = new DateOnly(2025, 1, 1);
        var asOf = new DateTimeOffset(2025, 1, 1, 9, 0, 0, TimeSpan.FromHours(-8));
        SegmentStatement Said(string text, StatementKind kind = StatementKind.Auto) => new(text, kind, new StatementSource("https://example.org/", "A page", "", text), asOf, "") { Id = text };
        SegmentEntry Told(string bill) => new(bill, $"{bill} (Author)", [Said($"{bill} is a bill of the CSEC list."), Said("Official title: “A title.”", StatementKind.Quote)], [Said("January 1, 2025: “Read.”", StatementKind.Quote)], "Read")
        {
            BillKey = bill,
            Course = new EntryCourse([new LaneStep(Lane.Assembly, "Policy", StepMark.Done, day), new LaneStep(Lane.Senate, "Floor", StepMark.Here)], null, null, "", true),
        };
        ImmutableArray<SegmentPart> parts =
        [
            new(PartKind.AtAGlance, "At a glance", [new SegmentEntry("", "", [Said("1 bill is law.")], [], "")]),
            new(PartKind.NowInCalifornia, "Now in California", [Told("AB 1")]),
            new(PartKind.Moving, "Moving", [Told("AB 2"), Told("AB 3")]),
            new(PartKind.ComingDates, "Coming dates", [Told("AB 4")]),
        ];
        return new SegmentContent("Legislative update", day, day, asOf, 1, 10, parts, ["AB 1: what it does"], ["A note."]);
    }
}
