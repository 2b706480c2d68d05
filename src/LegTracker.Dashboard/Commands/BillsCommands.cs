using System.CommandLine;
using LegTracker.Legislature;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>bills list|show|track|edit|untrack</c>: the watch list and everything known of one bill.</summary>
internal static class BillsCommands
{
    private static readonly Argument<string> Bill = new("BILL") { Description = "AB 1394, ab1394, \"AB1394 2023-24\", a leginfo address", CompletionSources = { KeptBills.Complete } };
    private static readonly Option<string?> Session = new("--session") { Description = "Session, for instance 2023-24", HelpName = "YEARS" };
    private static readonly Option<string?> Filter = new("--filter") { Description = "Words that must all match; session:2023-24 stage:chaptered house:sen p:1; -word excludes", HelpName = "F" };
    private static readonly Option<bool> Evidence = new("--evidence") { Description = "Say where and when each value was read" };
    private static readonly Option<int> Priority = new("--priority") { Description = "1 (highest) to 3", HelpName = "N" };
    private static readonly Option<string[]> Label = new("--label") { Description = "A label; may be given several times", HelpName = "X" };
    private static readonly Option<string?> Position = new("--position") { Description = "The position that your organisation recorded, for instance watch", HelpName = "P" };

    public static Command Make()
    {
        var bills = new Command("bills", "The watch list and everything known of one bill\n\nexamples:\n  legtracker bills list\n  legtracker bills show \"AB 1394\"");
        bills.Subcommands.Add(CommandLine.Make("list", "Table of the tracked bills\n\nexamples:\n  legtracker bills list\n  legtracker bills list --filter \"session:2025-26 stage:chaptered\" --json", ListAsync, Filter));
        bills.Subcommands.Add(CommandLine.Make("show", "Everything known of one bill\n\nexamples:\n  legtracker bills show \"AB 1394\"\n  legtracker bills show AB379 --evidence", ShowAsync, Bill, Session, Evidence));
        bills.Subcommands.Add(CommandLine.Make("track", "Put a bill on the watch list\n\nexamples:\n  legtracker bills track \"AB 831\" --session 2025-26 --priority 1 --label gaming", TrackAsync, Bill, Session, Priority, Label, Position));
        bills.Subcommands.Add(BillsEditCommand.Make(Bill, Session));
        bills.Subcommands.Add(CommandLine.Make("untrack", "Take a bill off the watch list; its record is kept\n\nexamples:\n  legtracker bills untrack \"AB 831\"", UntrackAsync, Bill, Session));
        return bills;
    }

    private static async Task<int> ListAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var filter = scope.Parsed.GetValue(Filter) ?? "";
        var bills = await BillArgument.AllAsync(scope.Connection, filter, summaryOnly: !scope.Json, cancellationToken);
        if (scope.Json)
        {
            bills.ForEach(CommandScope.WriteJson);
            return ExitCode.Done;
        }

        if (bills.Count == 0)
        {
            scope.Say(filter.Length > 0 ? $"No tracked bill fits '{filter}'." : "No bills are tracked. Add one with: legtracker bills track \"AB 1394\" --session 2023-24");
            return ExitCode.Done;
        }

        BillText.Table(bills).Write();
        return ExitCode.Done;
    }

    private static async Task<int> ShowAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var name = await BillArgument.ResolveAsync(scope.Connection, scope.Parsed.GetRequiredValue(Bill), scope.Parsed.GetValue(Session), cancellationToken);
        var bill = (await scope.Connection.Bills.GetBillAsync(new GetBillRequest { Name = name }, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Bill;
        if (scope.Json)
        {
            CommandScope.WriteJson(bill);
            return ExitCode.Done;
        }

        foreach (var line in BillText.Lines(bill, scope.Parsed.GetValue(Evidence)))
        {
            CommandScope.Write(line);
        }

        return ExitCode.Done;
    }

    private static async Task<int> TrackAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var spelling = BillArgument.Spell(scope.Parsed.GetRequiredValue(Bill), scope.Parsed.GetValue(Session));
        var info = (await scope.Connection.Server.GetServerInfoAsync(new GetServerInfoRequest(), deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Info;
        var id = spelling.In(Legislature.Session.On(CaliforniaTime.DayOf(info.Clock.Now.ToDateTimeOffset())));
        var priority = scope.Parsed.GetValue(Priority);
        if (priority is < 0 or > 3)
        {
            throw new CommandFault(ExitCode.Usage, $"--priority {priority} is not 1, 2 or 3");
        }

        var request = new TrackBillRequest { Name = id.ResourceName, Priority = priority, Position = scope.Parsed.GetValue(Position) ?? "" };
        request.Labels.AddRange(scope.Parsed.GetValue(Label) ?? []);
        var bill = (await scope.Connection.Bills.TrackBillAsync(request, deadline: Deadlines.Short(), cancellationToken: cancellationToken)).Bill;
        if (scope.Json)
        {
            CommandScope.WriteJson(bill);
        }
        else
        {
            CommandScope.Write($"{id} is now tracked; it is read at the next tick. See: legtracker bills show \"{id.Measure} {id.Session.Display}\"");
        }

        return ExitCode.Done;
    }

    private static async Task<int> UntrackAsync(CommandScope scope, CancellationToken cancellationToken)
    {
        var name = await BillArgument.ResolveAsync(scope.Connection, scope.Parsed.GetRequiredValue(Bill), scope.Parsed.GetValue(Session), cancellationToken);
        var answer = await scope.Connection.Bills.UntrackBillAsync(new UntrackBillRequest { Name = name }, deadline: Deadlines.Short(), cancellationToken: cancellationToken);
        if (scope.Json)
        {
            CommandScope.WriteJson(answer);
        }
        else
        {
            CommandScope.Write($"{BillId.FromResourceName(name)} is no longer tracked; its record is kept.");
        }

        return ExitCode.Done;
    }
}
