using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Random messages: keys of the key map and others, arriving data, resizes, the wheel, passing time.</summary>
internal static class RandomWalks
{
    private static readonly string[] Keys = [.. CommandRegistry.Default.Commands.SelectMany(command => command.Keys).SelectMany(keys => keys.Split(' ')).Distinct(), "x", "space", "backspace", "alt+2", "left", "right", "delete", "ctrl+w", "alt+enter", "ctrl+j"];
    private static readonly string[] Texts = ["", "Held", "a long text that must be wrapped or cut wherever it stands, however narrow the screen is", "\u001b[2J\u202Eevil\uFFFF\t", "未成年者の保護 👩‍👩‍👧 é̂̂̂̂̂", "🇺🇸👍🏽✔️"];

    private static Gen<DateTimeOffset> Instant => Gen.Choose(0, 400_000).Select(seconds => Invented.Now.AddSeconds(seconds));

    private static Gen<BillItem> Bill =>
        from known in Gen.Elements(Invented.Bills(Invented.Now).AsEnumerable())
        from number in Gen.Choose(9_000, 9_012)
        from title in Gen.Elements(Texts)
        from day in Gen.Choose(0, 900)
        select known with { Name = $"bills/{number}", Measure = $"AB {number}", Title = title, Stage = title, LastActionDate = day == 0 ? null : new DateOnly(2023, 1, 1).AddDays(day) };

    private static Gen<ChangeItem> Change =>
        from revision in Gen.Choose(1, 400)
        from number in Gen.Choose(9_000, 9_012)
        from text in Gen.Elements(Texts)
        from unread in Gen.Elements(true, false)
        from recorded in Instant
        select new ChangeItem($"changes/{revision}.0", $"bills/{number}", $"AB {number}") { Revision = revision, Summary = text, Before = text, Unread = unread, Recorded = recorded };

    // Some of the invented entries, moved in time or decided anew; now and then the text is hostile.
    private static Gen<Msg> Calendar =>
        from known in Gen.Elements(InventedLists.Calendar(Invented.Now).AsEnumerable()).ListOf()
        from days in Gen.Choose(-40, 40)
        from text in Gen.Elements(Texts)
        select (Msg)new Msg.CalendarArrived([.. known.DistinctBy(entry => entry.Name).Select(entry => entry with { Date = entry.Date.AddDays(days), Until = entry.Until?.AddDays(days), Time = text }).OrderBy(entry => entry.Date)], InventedLists.Basis(Invented.Now));

    private static Gen<Msg> Candidates =>
        from known in Gen.Elements(InventedLists.Candidates(Invented.Now).AsEnumerable()).ListOf()
        from score in Gen.Choose(0, 40)
        from state in Gen.Elements(CandidateMark.New, CandidateMark.Accepted, CandidateMark.Dismissed)
        from text in Gen.Elements(Texts)
        select (Msg)new Msg.CandidatesArrived([.. known.DistinctBy(one => one.Name).Select((one, at) => at > 0 ? one : one with { Score = score, State = state, Subject = text, Sentence = text, Matches = [0..(text.Length / 2)] })]);

    private static Gen<Msg> Decided =>
        from known in Gen.Elements(InventedLists.Candidates(Invented.Now).AsEnumerable())
        from state in Gen.Elements(CandidateMark.Accepted, CandidateMark.Dismissed)
        from text in Gen.Elements(Texts)
        select (Msg)new Msg.CandidateDecided(known.Name, state, text, text, Invented.Now);

    /// <summary>Any message.</summary>
    public static Gen<Msg> Message { get; } = Gen.Frequency(
        (30, Gen.Elements(Keys).Select(key => (Msg)new Msg.KeyPressed(key.Length == 1 ? KeyStroke.Typed(key) : key == "space" ? KeyStroke.Typed(" ") : new(key)))),
        (6, Bill.Select(bill => (Msg)new Msg.BillChanged(bill))),
        (1, Bill.ListOf().Select(bills => (Msg)new Msg.SnapshotArrived([.. bills]))),
        (2, Bill.Select(bill => (Msg)new Msg.BillRemoved(bill.Name))),
        (4, Change.NonEmptyListOf().Select(changes => (Msg)new Msg.ChangesArrived([.. changes]) { Fresh = true })),
        (1, Gen.Choose(0, 400).Select(revision => (Msg)new Msg.Greeted(revision % 7 == 0 ? "b" : "a", new LastVisit(Invented.Now, revision)))),
        (1, Gen.Elements(0, 3).Select(count => (Msg)new Msg.Recalled(Invented.Kept(Invented.Now) with { Bills = [.. Invented.Bills(Invented.Now).Take(count)] }))),
        (1, Gen.Elements("", "new").Select(filter => (Msg)new Msg.NoticesSet([new NoticeRule(filter, NoticeWay.Program) { Program = ["x", "{summary}"] }]))),
        (1, Gen.Elements(0, 1, 2).Select(count => (Msg)new Msg.SourcesArrived([.. Invented.Sources(Invented.Now).Take(count)]))),
        (2, Calendar),
        (2, Candidates),
        (1, Decided),
        (2, Instant.Select(now => (Msg)new Msg.Tick(now))),
        (2, Gen.Choose(1, 200).SelectMany(columns => Gen.Choose(1, 60).Select(rows => (Msg)new Msg.Resized(columns, rows)))),
        (1, Gen.Choose(-9, 9).Select(rows => (Msg)new Msg.MouseScrolled(rows, 0, 0))),
        (1, Gen.Choose(0, 40).Select(row => (Msg)new Msg.Pick(row))),
        (1, Gen.Elements(Texts).Select(text => (Msg)new Msg.Pasted(text))),
        (1, Gen.Elements(Texts).Select(text => (Msg)new Msg.Said(text))),
        (1, Gen.Elements(0, 9, 99).Select(serial => (Msg)new Msg.MeetingsArrived([InventedMeetings.Ahead, InventedMeetings.Shown], serial))),
        (2, Gen.Elements(0, 9, 99).SelectMany(serial => Gen.Choose(0, 7).Select(rows => (Msg)new Msg.SheetArrived(InventedMeetings.Sheet with { Rows = [.. InventedMeetings.Sheet.Rows.Take(rows)] }, serial)))),
        (1, Gen.Constant((Msg)new Msg.Open())),
        (1, Gen.Constant((Msg)new Msg.ArrangementRefused("no"))),
        (1, Instant.Select(now => (Msg)new Msg.ConnectionChanged(new(LinkMark.Offline, now) { RetryAt = now.AddSeconds(8), Reason = "connection refused" }))),
        (1, Gen.Elements(1.0, 60.0, 86_400.0, 1e12).Select(speed => (Msg)new Msg.ClockSet(new(Invented.Now, Invented.Now, speed)))));
}
