using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Views;

/// <summary>What a typed line of the dialogue does, and what is told of it.</summary>
/// <param name="Model">The model after it.</param>
internal sealed record Spoken(DashboardModel Model, ImmutableArray<Cmd> Commands, ImmutableArray<string> Lines)
{
    private static readonly (string Words, string Does)[] Help =
    [
        ("bills", "the watch list, numbered"),
        ("changes", "the changes, newest first, numbered"),
        ("sources", "the sources and how well they are"),
        ("a number", "open that row of the list told last"),
        ("open AB 1394", "open a bill by its number; with 2023-24 behind it when several sessions have it"),
        ("next", "the next unread change, in full"),
        ("read, unread", "mark the change or the bill told last"),
        ("read all", "mark everything that the filter lets through read"),
        ("filter WORDS", "tell only what fits, as on the full screen; filter alone clears it"),
        ("more", "the next rows of the list"),
        ("refresh", "have the bill or the source told last read now"),
        ("status", "how many, how much is unread, whether it is live"),
        ("help", "these words"),
        ("quit", "leave"),
    ];

    /// <summary>Carries out one typed line.</summary>
    public static Spoken Of(DashboardModel model, string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var rest = string.Join(' ', words.Skip(1));
        if (words.Length == 1 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return OpenRow(model, number);
        }

        return (words.FirstOrDefault() ?? "").ToUpperInvariant() switch
        {
            "" => new(model, [], []),
            "BILLS" => List(model, new Msg.Show(Screen.Bills), new Msg.ToFirst()),
            "CHANGES" => List(model, new Msg.Show(Screen.Changes), new Msg.ToFirst()),
            "SOURCES" => List(model, new Msg.Show(Screen.Sources), new Msg.ToFirst()),
            "MORE" => More(model),
            "OPEN" => OpenBill(model, rest),
            "NEXT" => Next(model),
            "READ" when rest.Equals("all", StringComparison.OrdinalIgnoreCase) => Tell(model, after => [MarkedWords(model, after)], new Msg.MarkShown()),
            "READ" => Mark(model, read: true),
            "UNREAD" => Mark(model, read: false),
            "FILTER" => List(model.Screen is Screen.Bills or Screen.Changes ? model : Play(model, new Msg.Show(Screen.Bills)).Model, new Msg.Filtered(rest), new Msg.ToFirst()),
            "REFRESH" => Tell(model, _ => [], new Msg.Refresh()),
            "STATUS" => new(model, [], [.. SpokenLines.Status(model)]),
            "HELP" or "?" => new(model, [], [.. Help.Select(known => $"{known.Words}: {known.Does}.")]),
            "QUIT" or "EXIT" or "Q" => Tell(model, _ => [], new Msg.Leave()),
            _ => new(model, [], [$"\"{line.Trim()}\" is no command. Type help for the commands."]),
        };
    }

    private static Spoken List(DashboardModel model, params Msg[] messages) => Tell(model, SpokenLines.List, messages);

    private static Spoken More(DashboardModel model)
    {
        var list = model.Screen == Screen.Detail ? Play(model, new Msg.Back()).Model : model;
        var count = list.Screen switch { Screen.Changes => list.ChangeRows.Length, Screen.Sources => list.Sources.Length, _ => list.BillRows.Length };
        return Places.Cursor(list) + SpokenLines.Page >= count ? new(list, [], ["That was all."]) : List(list, new Msg.MoveBy(SpokenLines.Page));
    }

    private static Spoken OpenRow(DashboardModel model, int number)
    {
        var list = model.Screen == Screen.Detail ? Play(model, new Msg.Back()).Model : model;
        var count = list.Screen switch { Screen.Changes => list.ChangeRows.Length, Screen.Sources => list.Sources.Length, _ => list.BillRows.Length };
        if (number < 1 || number > count)
        {
            return new(model, [], [count == 0 ? "The list is empty." : string.Create(CultureInfo.InvariantCulture, $"The list has rows 1 to {count}.")]);
        }

        var at = Places.MoveTo(list, number - 1);
        return at.Screen switch
        {
            Screen.Bills => Open(at),
            Screen.Changes => new(at, [], [.. SpokenLines.Change(at.ChangeUnderCursor!, at)]),
            _ => new(at, [], [SpokenLines.List(at).First()]),
        };
    }

    private static Spoken OpenBill(DashboardModel model, string words)
    {
        var wanted = Squeeze(words);
        var fitting = model.Bills.Values.Where(bill => wanted.Length > 0 && (Squeeze(bill.Measure) == wanted || Squeeze(bill.Measure + bill.Session) == wanted)).ToList();
        if (fitting.Count != 1)
        {
            return new(model, [], fitting.Count == 0
                ? [words.Length == 0 ? "Say which bill: open AB 1394" : $"{words} is not on the watch list."]
                : [$"{words} is there in more than one session; say which:", .. fitting.Select(bill => $"open {bill.Measure} {bill.Session}")]);
        }

        var list = Play(model, new Msg.Show(Screen.Bills)).Model;
        if (!list.BillRows.Any(bill => bill.Name == fitting[0].Name))
        {
            list = Play(list, new Msg.Filtered("")).Model;
        }

        return Open(Places.MoveTo(list, list.BillRows.IndexOf(list.BillRows.First(bill => bill.Name == fitting[0].Name))));
    }

    private static Spoken Open(DashboardModel model) => Tell(model, after => after.Bills.GetValueOrDefault(after.DetailBill) is { } bill ? SpokenLines.Bill(bill, after) : [], new Msg.Open());

    private static Spoken Next(DashboardModel model)
    {
        if (!model.ChangeRows.Any(change => change.Unread))
        {
            return new(model, [], ["Nothing is unread."]);
        }

        var onFeed = model.Screen == Screen.Changes;
        var feed = onFeed ? model : Play(model, new Msg.Show(Screen.Changes)).Model;
        var at = !onFeed && feed.ChangeUnderCursor is { Unread: true } ? feed : Reading.ToUnread(feed, 1);
        return new(at, [], [.. SpokenLines.Change(at.ChangeUnderCursor!, at)]);
    }

    private static Spoken Mark(DashboardModel model, bool read)
    {
        var isUnread = model.Screen == Screen.Changes ? model.ChangeUnderCursor?.Unread == true
            : Visits.BillAtHand(model) is { } bill && model.UnreadOf(bill.Name) > 0;
        return isUnread == read
            ? Tell(model, after => [MarkedWords(model, after)], new Msg.ToggleRead())
            : new(model, [], [Visits.BillAtHand(model) is { } here ? $"{here.Measure} is {(read ? "read" : "unread")} already." : "Say first what: next, a number, or open AB 1394."]);
    }

    private static string MarkedWords(DashboardModel before, DashboardModel after)
    {
        var marked = before.UnreadChanges - after.UnreadChanges;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(marked)} marked {(marked < 0 ? "unread" : "read")}; {after.UnreadChanges} unread.");
    }

    private static Spoken Tell(DashboardModel model, Func<DashboardModel, IEnumerable<string>> says, params Msg[] messages)
    {
        var (after, commands) = Play(model, messages);
        var said = after.Toast is { } toast && !ReferenceEquals(toast, model.Toast) ? new[] { toast.Words } : [];
        return new(after, commands, [.. said, .. says(after)]);
    }

    private static (DashboardModel Model, ImmutableArray<Cmd> Commands) Play(DashboardModel model, params Msg[] messages)
    {
        var commands = ImmutableArray.CreateBuilder<Cmd>();
        foreach (var msg in messages)
        {
            (model, var asked) = DashboardUpdate.Apply(model, msg);
            commands.AddRange(asked);
        }

        return (model, commands.ToImmutable());
    }

    private static string Squeeze(string words) => new([.. words.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant)]);
}
