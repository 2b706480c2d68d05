using System.CommandLine;
using System.Globalization;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>meetings list|add|edit|arrange|remove</c>: the meetings that have a segment.</summary>
internal static class MeetingsCommands
{
    private static readonly Argument<string> Date = new("DATE") { Description = "Day of the meeting: 2025-03-03" };
    private static readonly Option<string?> Title = new("--title") { Description = "What it is called; \"Child Welfare Council, CSEC Action Team\" when a meeting is added without", HelpName = "TITLE" };
    private static readonly Option<int?> Minutes = new("--minutes") { Description = "Minutes for the segment, 1 to 120; 10 when a meeting is added without", HelpName = "N" };

    public static Command Make()
    {
        var meetings = new Command("meetings", """
            Meetings that have a legislative update segment

            examples:
              legtracker meetings list
              legtracker meetings add 2025-03-03 --title "CSEC Action Team" --minutes 10
              legtracker segment build --meeting 2025-03-03
            """);
        meetings.Subcommands.Add(CommandLine.Make("list", "Meetings, newest first\n\nexamples:\n  legtracker meetings list --json", ListAsync));
        meetings.Subcommands.Add(CommandLine.Make("add", "Add a meeting; there is one a day\n\nexamples:\n  legtracker meetings add 2025-03-03 --title \"CSEC Action Team\" --minutes 10", AddAsync, Date, Title, Minutes));
        meetings.Subcommands.Add(CommandLine.Make("edit", "Change title or minutes; the date is the meeting's name and stays\n\nexamples:\n  legtracker meetings edit 2025-03-03 --minutes 5", EditAsync, Date, Title, Minutes));
        meetings.Subcommands.Add(MeetingsArrangeCommand.Make());
        meetings.Subcommands.Add(CommandLine.Make("remove", "Remove a meeting that no segment was published for\n\nexamples:\n  legtracker meetings remove 2025-03-03", RemoveAsync, Date));
        return meetings;
    }

    private static async Task<int> ListAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var table = new TextTable("DATE", "MINUTES", "PUBLISHED", "TITLE");
        var count = 0;
        await foreach (var meeting in MeetingArgument.ListAsync(scope.Connection, cancellationToken))
        {
            count++;
            if (scope.Json)
            {
                CommandScope.WriteJson(meeting);
            }

            table.Add(
                meeting.Date,
                meeting.Minutes.ToString(CultureInfo.InvariantCulture),
                meeting.PublishedSegment.Length == 0 ? "no" : $"segment {meeting.PublishedSegment[(meeting.PublishedSegment.LastIndexOf('/') + 1)..]}",
                meeting.Title);
        }

        if (count == 0)
        {
            scope.Say("No meetings yet. Add one with: legtracker meetings add 2025-03-03 --title \"CSEC Action Team\"");
        }
        else if (!scope.Json)
        {
            table.Write();
        }

        return ExitCode.Done;
    }

    private static async Task<int> AddAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var request = new CreateMeetingRequest
        {
            Meeting = new Meeting
            {
                Date = DateArgument.Read("DATE", scope.Parsed.GetRequiredValue(Date)),
                Title = scope.Parsed.GetValue(Title) ?? "",
                Minutes = scope.Parsed.GetValue(Minutes) ?? 0,
            },
        };
        return Done(scope, (await scope.Connection.Meetings.CreateMeetingAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Meeting, "Added");
    }

    private static async Task<int> EditAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var (title, minutes) = (scope.Parsed.GetValue(Title), scope.Parsed.GetValue(Minutes));
        if (title is null && minutes is null)
        {
            throw new CommandFault(ExitCode.Usage, "Nothing to change: give --title or --minutes");
        }

        var meeting = await MeetingArgument.FindAsync(scope.Connection, MeetingArgument.Name("DATE", scope.Parsed.GetRequiredValue(Date)), cancellationToken);
        var request = new UpdateMeetingRequest { Meeting = new Meeting { Name = meeting.Name, Etag = meeting.Etag, Title = title ?? "", Minutes = minutes ?? 0 }, UpdateMask = new() };
        request.UpdateMask.Paths.AddRange(new[] { title is null ? "" : "title", minutes is null ? "" : "minutes" }.Where(path => path.Length > 0));
        return Done(scope, (await scope.Connection.Meetings.UpdateMeetingAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Meeting, "Changed");
    }

    private static async Task<int> RemoveAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var name = MeetingArgument.Name("DATE", scope.Parsed.GetRequiredValue(Date));
        await scope.Connection.Meetings.DeleteMeetingAsync(new DeleteMeetingRequest { Name = name }, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
        scope.Say($"Removed {name}.");
        return ExitCode.Done;
    }

    private static int Done(CommandScope scope, Meeting meeting, string done)
    {
        if (scope.Json)
        {
            CommandScope.WriteJson(meeting);
        }
        else
        {
            CommandScope.Write(string.Create(CultureInfo.InvariantCulture, $"{done}: {meeting.Date}, {meeting.Title}, {meeting.Minutes} minutes. Its segment: legtracker segment build --meeting {meeting.Date}"));
        }

        return ExitCode.Done;
    }
}
