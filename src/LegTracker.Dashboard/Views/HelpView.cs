using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Views;

/// <summary>The list of commands with their keys; what does not apply on the screen below is dim.</summary>
internal static class HelpView
{
    public static void Draw(DashboardModel model, FrameBuilder frame)
    {
        var below = model.Trail.IsEmpty ? Screen.Bills : model.Trail[^1];
        frame.Add(frame.Line().Add("   ").Cell("Keys", 16, Role.Heading).Cell("Does", 32, Role.Heading).Add("Where", Role.Heading).Build());
        var height = model.Layout.ListHeight;
        var legend = height - model.Keys.Commands.Length > 3;
        for (var row = 0; row < height; row++)
        {
            var index = model.HelpPlace.Top + row;
            if (index >= model.Keys.Commands.Length)
            {
                break;
            }

            var command = model.Keys.Commands[index];
            var selected = index == model.HelpPlace.Index;
            var role = command.When.HasFlag(below) ? Role.Text : Role.Dim;
            frame.Zone(0, frame.Width, new Msg.Pick(index));
            frame.Add(frame.Line().Add(selected ? frame.Glyphs.Cursor : " ", Role.Key).Add("  ")
                .Cell(string.Join(' ', command.Keys.Select(KeyWords.Of)), 16, Role.Key)
                .Cell(command.Title, 32, role)
                .Add(Where(command.When), Role.Dim).Build(selected: selected));
        }

        if (legend)
        {
            Legend(frame, model.Rows - 4);
        }
    }

    private static void Legend(FrameBuilder frame, int until)
    {
        var g = frame.Glyphs;
        frame.PadTo(until);
        frame.Add(frame.Line().Add($"   {g.Done} done  {g.Here} here  {g.ToCome} to come  {g.Skipped} skipped  {g.Held} held  {g.Dead} dead or vetoed  {g.Law} law", Role.Dim).Build());
        frame.Add(frame.Line().Add($"   {g.Unread} unread  ~ source behind   Filter: words AND; -word; stage: pos: p:1 house:sen topic: next:<7d new stale", Role.Dim).Build());
        frame.Add(frame.Line().Add("   Shift-drag selects text while the mouse is on.", Role.Dim).Build());
    }

    private static string Where(Screen when) => when.HasFlag(Screen.All) ? "everywhere"
        : string.Join(", ", new[] { (Screen.Bills, "bills"), (Screen.Changes, "changes"), (Screen.Calendar, "calendar"), (Screen.Meetings, "meetings"), (Screen.Segment, "segment"), (Screen.Sources, "sources"), (Screen.Candidates, "candidates"), (Screen.Detail, "one bill"), (Screen.Help, "help") }
            .Where(pair => when.HasFlag(pair.Item1)).Select(pair => pair.Item2));
}
