using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Live;
using LegTracker.V1;
using BillText = LegTracker.Dashboard.Commands.BillText;

namespace LegTracker.Dashboard.Tests.Commands;

/// <summary>Hearings as the command line and the bill's card say them.</summary>
public sealed class HearingTextTests
{
    private static readonly Bill Ab379 = new()
    {
        Name = "states/ca/sessions/20252026-0/bills/AB379",
        Measure = "AB 379",
        Session = "2025-26",
        Hearings =
        {
            new Hearing { Date = "2025-03-18", Committee = "Assembly Public Safety Committee", Status = HearingStatus.Canceled },
            new Hearing
            {
                Date = "2025-03-25",
                Committee = "Assembly Public Safety Committee",
                Status = HearingStatus.Set,
                Sources =
                {
                    new HearingSource { Kind = HearingSourceKind.Line, Text = "Set for hearing March 25.", Date = "2025-03-14" },
                    new HearingSource { Kind = HearingSourceKind.Table, Text = "COMMITTEE_HEARING_TBL: CX18, 2025-03-25", Provenance = new Provenance { Source = "bulk", Url = "https://example.org/pubinfo_2025.zip", ContentSha256 = "ab" } },
                },
            },
        },
    };

    [Fact]
    public void Hearings_to_come_are_listed_with_what_tells_of_them_and_no_time_is_made_up()
    {
        var lines = BillText.Lines(Ab379, evidence: false).Where(line => line.Contains("hearing", StringComparison.Ordinal)).ToList();

        Assert.Equal(["  hearing     2025-03-25, Assembly Public Safety Committee, time not given (from the bill history and the table of hearings)"], lines);
    }

    [Fact]
    public void With_evidence_the_row_and_its_file_are_told() =>
        Assert.Contains(BillText.Lines(Ab379, evidence: true), line =>
            line.Contains("“COMMITTEE_HEARING_TBL: CX18, 2025-03-25” https://example.org/pubinfo_2025.zip", StringComparison.Ordinal));

    [Fact]
    public void The_card_has_the_next_hearing_among_its_facts() =>
        Assert.Contains(BillItemMapping.From(Ab379).Facts, fact => fact.Label == "Hearing" && fact.Words.StartsWith("2025-03-25, Assembly Public Safety Committee, time not given", StringComparison.Ordinal));
}
