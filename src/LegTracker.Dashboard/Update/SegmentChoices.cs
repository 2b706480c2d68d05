using System.Globalization;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The pickers of the builder: a bill to put in, a format to write, and whether to freeze.</summary>
internal static class SegmentChoices
{
    public static (DashboardModel Model, Cmd[] Commands) Apply(DashboardModel model, Msg msg) =>
        model.Meetings is not { OpenMeeting: { } meeting, OpenSheet: { } sheet } ? (model, []) : msg switch
        {
            Msg.ChooseItem => Arranging.WhyNot(model, meeting) is { } why ? (DashboardUpdate.Say(model, why, isProblem: true), []) : (Pickers.Open(model, Bills(model, meeting, sheet)), []),
            Msg.ChooseFormat => (Pickers.Open(model, Formats(meeting)), []),
            Msg.WriteAs write => (DashboardUpdate.Say(model, "Writing ..."), [new Cmd.WriteSegment(meeting.Name, meeting.Published, write.Format)]),
            Msg.AskFreeze => Arranging.WhyNot(model, meeting) is { } why ? (DashboardUpdate.Say(model, why, isProblem: true), []) : (Pickers.Open(model, Freezing(meeting, sheet)), []),
            Msg.Freeze freeze => (DashboardUpdate.Say(model, "Freezing ..."), [new Cmd.FreezeSegment(freeze.Meeting, freeze.Etag)]),
            _ => (model, []),
        };

    private static Picker Bills(DashboardModel model, MeetingItem meeting, SegmentSheet sheet)
    {
        var inside = sheet.Rows.Select(row => row.Bill).ToHashSet(StringComparer.Ordinal);
        return new("Put a bill into the segment",
            [.. model.Bills.Values.Where(bill => !inside.Contains(bill.Name)).Order(BillOrder.Of(model))
                .Select(bill => new Choice($"{bill.Measure}  {bill.Session}  {bill.Title}", new Msg.PutIn(meeting.Name, bill.Name)) { Detail = bill.StageInWords() })])
        {
            Empty = model.Bills.Count <= inside.Count ? "Every tracked bill is in" : "No tracked bill has these words",
        };
    }

    private static Picker Formats(MeetingItem meeting) => new(
        $"Write the segment of {Day(meeting)} into this folder as",
        [
            new("Slides", new Msg.WriteAs("pptx")) { Keys = "pptx", Detail = "with what to say in the notes" },
            new("Hand-out", new Msg.WriteAs("docx")) { Keys = "docx", Detail = "Word, with its sources" },
            new("Hand-out as PDF", new Msg.WriteAs("pdf")) { Keys = "pdf", Detail = "by LibreOffice" },
            new("Email digest", new Msg.WriteAs("email")) { Keys = "email", Detail = "short, as HTML and text" },
            new("Web page", new Msg.WriteAs("html")) { Keys = "html", Detail = "one block for a website" },
            new("Markdown", new Msg.WriteAs("md")) { Keys = "md", Detail = "the complete hand-out with its sources" },
            new("Plain text", new Msg.WriteAs("txt")) { Keys = "txt", Detail = "the same, to paste" },
            new("Table", new Msg.WriteAs("csv")) { Keys = "csv", Detail = "a row a statement, for a spreadsheet" },
            new("Calendar", new Msg.WriteAs("ics")) { Keys = "ics", Detail = "hearings and deadlines ahead" },
            new("JSON", new Msg.WriteAs("json")) { Keys = "json", Detail = "for other programs" },
        ]);

    // What is under the cursor first is what a hasty Enter does.
    private static Picker Freezing(MeetingItem meeting, SegmentSheet sheet)
    {
        var freeze = new Msg.Freeze(meeting.Name, sheet.Etag);
        if (sheet.Missing.IsEmpty)
        {
            return new($"Freeze the segment of {Day(meeting)}?", [new("Freeze it", freeze) { Detail = "it stays as it is now, and the next meeting hears what comes after" }, new("Not yet", new Msg.ToItem(""))]);
        }

        var count = sheet.Missing.Length.ToString(CultureInfo.InvariantCulture);
        return new($"Freeze the segment of {Day(meeting)}? {(sheet.Missing.Length == 1 ? "A text is" : count + " texts are")} missing",
        [
            new("Not yet", new Msg.ToItem("")),
            .. sheet.Missing.Select(missing => new Choice($"missing: {missing}", new Msg.ToItem(missing.Split(':')[0])) { Detail = "go there" }),
            new("Freeze it all the same", freeze) { Detail = "the places stay open in what is written" },
        ]);
    }

    private static string Day(MeetingItem meeting) => meeting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
