using LegTracker.Client;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>A meeting as people name it on the command line: by its date.</summary>
internal static class MeetingArgument
{
    private const string Prefix = "meetings/";

    /// <summary>Resource name of the meeting on a date, or of one named in full.</summary>
    /// <exception cref="CommandFault">It is no date.</exception>
    public static string Name(string option, string text) =>
        Prefix + DateArgument.Read(option, text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : text);

    /// <summary>The meeting, found in the list.</summary>
    /// <exception cref="CommandFault">There is none on that date.</exception>
    public static async Task<Meeting> FindAsync(LegTrackerConnection connection, string name, CancellationToken cancellationToken)
    {
        await foreach (var meeting in ListAsync(connection, cancellationToken))
        {
            if (meeting.Name == name)
            {
                return meeting;
            }
        }

        throw new CommandFault(ExitCode.NotFound, $"There is no meeting on {name[Prefix.Length..]}. Add it with: legtracker meetings add {name[Prefix.Length..]}");
    }

    /// <summary>All meetings, newest first.</summary>
    public static async IAsyncEnumerable<Meeting> ListAsync(LegTrackerConnection connection, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new ListMeetingsRequest { PageSize = 200 };
        do
        {
            var page = await connection.Meetings.ListMeetingsAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
            foreach (var meeting in page.Meetings)
            {
                yield return meeting;
            }

            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
    }
}
