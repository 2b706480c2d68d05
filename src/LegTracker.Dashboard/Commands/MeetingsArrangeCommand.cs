using System.CommandLine;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>meetings arrange</c>: what is put in, left out, moved or timed by hand in a meeting's segment.</summary>
internal static class MeetingsArrangeCommand
{
    private static readonly Argument<string> Date = new("DATE") { Description = "Day of the meeting: 2025-03-03" };
    private static readonly Option<string?> Pin = new("--pin") { Description = "Put it in, whether or not there is news of it", HelpName = "BILL" };
    private static readonly Option<string?> LeaveOut = new("--leave-out") { Description = "Leave it out; give a --reason", HelpName = "BILL" };
    private static readonly Option<string?> Reason = new("--reason") { Description = "Why it is left out; kept in the record", HelpName = "TEXT" };
    private static readonly Option<string?> First = new("--first") { Description = "First of its section", HelpName = "BILL" };
    private static readonly Option<string[]> Place = new("--place") { Description = "Its place in its section, from 1; 0 leaves it to the rules", HelpName = "BILL N", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Seconds = new("--seconds") { Description = "Seconds for it; 0 takes those that its words need", HelpName = "BILL N", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Note = new("--note") { Description = "A note for whoever speaks; an empty one takes it away", HelpName = "BILL TEXT", Arity = new ArgumentArity(2, 2), AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Reset = new("--reset") { Description = "Take back whatever was decided about it", HelpName = "BILL" };
    private static readonly Option<string?> Session = new("--session") { Description = "Session of the bills, for instance 2023-24", HelpName = "YEARS" };
    private static readonly Option<string?> Author = new("--author") { Description = "Who decides (your user name on this machine)", HelpName = "NAME" };

    public static Command Make() => CommandLine.Make("arrange", """
        Arrange a meeting's segment by hand; without options show what was decided

        examples:
          legtracker meetings arrange 2025-03-03 --pin "AB 1394 2023-24"
          legtracker meetings arrange 2025-03-03 --leave-out "AB 379" --reason "the author asked to wait"
          legtracker meetings arrange 2025-03-03 --first "AB 392" --seconds "AB 392" 90
          legtracker meetings arrange 2025-03-03 --note "AB 392" "Ask for two speakers"
          legtracker meetings arrange 2025-03-03 --reset "AB 379"
        """, RunAsync, Date, Pin, LeaveOut, Reason, First, Place, Seconds, Note, Reset, Session, Author);

    private static async Task<int> RunAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var meeting = await MeetingArgument.FindAsync(scope.Connection, MeetingArgument.Name("DATE", scope.Parsed.GetRequiredValue(Date)), cancellationToken);
        var decisions = Decisions(scope.Parsed).ToList();
        if (decisions.Count > 0)
        {
            foreach (var (bill, decide) in decisions)
            {
                var name = await BillArgument.ResolveAsync(scope.Connection, bill, scope.Parsed.GetValue(Session), cancellationToken);
                if (meeting.Arrangement.FirstOrDefault(choice => choice.Bill == name) is not { } choice)
                {
                    meeting.Arrangement.Add(choice = new ItemChoice { Bill = name });
                }

                decide(choice);
            }

            var request = new UpdateMeetingRequest { Meeting = meeting, UpdateMask = new FieldMask { Paths = { "arrangement" } }, Author = scope.Parsed.GetValue(Author) ?? Environment.UserName };
            meeting = (await scope.Connection.Meetings.UpdateMeetingAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Meeting;
        }

        if (scope.Json)
        {
            CommandScope.WriteJson(meeting);
            return ExitCode.Done;
        }

        Show(scope, meeting);
        return ExitCode.Done;
    }

    private static IEnumerable<(string Bill, Action<ItemChoice> Decide)> Decisions(ParseResult parsed)
    {
        var reason = parsed.GetValue(Reason);
        if ((reason is null) != (parsed.GetValue(LeaveOut) is null) || (reason is not null && string.IsNullOrWhiteSpace(reason)))
        {
            throw new CommandFault(ExitCode.Usage, "--leave-out BILL needs a --reason \"…\", and a reason goes with --leave-out");
        }

        if (parsed.GetValue(Reset) is { } reset)
        {
            yield return (reset, choice => (choice.Pinned, choice.LeftOutReason, choice.Place, choice.Seconds, choice.SpeakerNote) = (false, "", 0, 0, ""));
        }

        if (parsed.GetValue(Pin) is { } pin)
        {
            yield return (pin, choice => (choice.Pinned, choice.LeftOutReason) = (true, ""));
        }

        if (parsed.GetValue(LeaveOut) is { } left)
        {
            yield return (left, choice => (choice.Pinned, choice.LeftOutReason) = (false, reason!));
        }

        if (parsed.GetValue(First) is { } first)
        {
            yield return (first, choice => choice.Place = 1);
        }

        if (parsed.GetValue(Place) is [var placed, var place])
        {
            yield return (placed, choice => choice.Place = Number("--place", place));
        }

        if (parsed.GetValue(Seconds) is [var timed, var seconds])
        {
            yield return (timed, choice => choice.Seconds = Number("--seconds", seconds));
        }

        if (parsed.GetValue(Note) is [var noted, var note])
        {
            yield return (noted, choice => choice.SpeakerNote = note);
        }
    }

    private static int Number(string option, string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new CommandFault(ExitCode.Usage, $"{option} '{text}' is no number: write it as {option} \"AB 392\" 90");

    private static void Show(CommandScope scope, Meeting meeting)
    {
        if (meeting.Arrangement.Count == 0)
        {
            scope.Say($"Nothing is arranged by hand for the meeting of {meeting.Date}: the rules decide.");
            return;
        }

        var table = new TextTable("BILL", "DECIDED", "PLACE", "SECONDS", "NOTE", "BY");
        foreach (var choice in meeting.Arrangement)
        {
            table.Add(
                choice.Bill[(choice.Bill.LastIndexOf('/') + 1)..],
                choice.Pinned ? "pinned" : choice.LeftOutReason.Length > 0 ? $"left out: {choice.LeftOutReason}" : "",
                Words(choice.Place),
                Words(choice.Seconds),
                choice.SpeakerNote.Length > 0 ? "yes" : "",
                $"{choice.Author}, {Commands.Words.Of(choice.WriteTime)}");
        }

        table.Write();
    }

    private static string Words(int number) => number == 0 ? "" : number.ToString(CultureInfo.InvariantCulture);
}
