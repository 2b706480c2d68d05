using System.CommandLine.Completions;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Commands;

/// <summary>Bill numbers for completion, from the list that the dashboard kept: no server is asked, so it is quick, and may be old or empty.</summary>
internal static class KeptBills
{
    /// <summary>"AB1394", without a space that a shell would have to quote.</summary>
    public static IEnumerable<CompletionItem> Complete(CompletionContext context)
    {
        try
        {
            var address = new Uri(context.ParseResult.GetValue(GlobalOptions.Server) is { Length: > 0 } said ? said
                : Environment.GetEnvironmentVariable("LEGTRACKER_SERVER") is { Length: > 0 } set ? set
                : GlobalOptions.DefaultServer);
            var kept = KeptRecordFile.Of(StateFile.Folder(Environment.GetEnvironmentVariable), address).Read();
            return kept?.Bills.Select(bill => bill.Measure.Replace(" ", "", StringComparison.Ordinal)).Distinct().Select(number => new CompletionItem(number)) ?? [];
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or UriFormatException)
        {
            return [];
        }
    }
}
