using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Whatever happens in whatever order: nothing that a person wrote is lost, and undo restores.</summary>
public sealed class EditWalkTests
{
    private static readonly string[] Fields = ["position", "owner", "labels", "notes", "what_it_does"];

    /// <summary>What happens: its kind and what kind of it.</summary>
    private static Gen<(int Kind, int Which)> Step => Gen.Choose(0, 15).SelectMany(kind => Gen.Choose(0, 9).Select(which => (kind, which)));

    [Fact]
    public void No_text_is_lost_over_any_sequence_of_lost_lines_conflicts_and_crashes() =>
        Prop.ForAll(Step.NonEmptyListOf().ToArbitrary(), steps =>
        {
            var server = new InventedServer();
            var mine = new List<string>();
            foreach (var (kind, which) in steps)
            {
                Do(server, kind, which, mine);
                if (Fault(server, mine) is { } fault)
                {
                    return false.Label($"{fault} after ({kind}, {which}) of {string.Join(' ', steps)}");
                }
            }

            server.Later(10);
            server.Online();
            server.Settle();
            return (Fault(server, mine) is null && server.Dashboard.Editing.Queue.All(edit => edit.State == EditState.Conflict || Behind(server, edit))).Label("something still waits with the server there");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(500).WithEndSize(60));

    [Fact]
    public void As_many_undos_as_edits_restore_everything_and_as_many_redos_bring_it_back() =>
        Prop.ForAll(Gen.Choose(0, Fields.Length - 1).SelectMany(field => Gen.Elements("a", "b", "", "long words").Select(text => (Fields[field], text))).NonEmptyListOf().ToArbitrary(), edits =>
        {
            var server = new InventedServer();
            server.Other("notes", "first notes");
            var before = Fields.Select(field => server[field]).ToList();
            foreach (var (field, text) in edits)
            {
                server.Write(field, text);
                server.Settle();
            }

            var after = Fields.Select(field => server[field]).ToList();
            var made = server.Dashboard.Editing.Undo.Length;
            Times(made, () => server.Apply(new Msg.UndoEdit()));
            var undone = Fields.Select(field => server[field]).ToList();
            Times(made, () => server.Apply(new Msg.RedoEdit()));
            return before.SequenceEqual(undone) && after.SequenceEqual(Fields.Select(field => server[field]));

            void Times(int count, Action act)
            {
                for (var at = 0; at < count; at++)
                {
                    act();
                    server.Settle();
                }
            }
        }).QuickCheckThrowOnFailure();

    private static void Do(InventedServer server, int kind, int which, List<string> mine)
    {
        var field = Fields[which % Fields.Length];
        var text = $"t{mine.Count}";
        switch (kind)
        {
            case 0 or 1:
                mine.Add(text);
                server.Write(field, text);
                break;
            case 2:
                if (server.Dashboard.Editing.DraftOf(InventedServer.Bill, field) is null)
                {
                    mine.Add(text);
                    server.Type(field, text);
                }

                break;
            case 3:
                server.Offline();
                break;
            case 4 or 5:
                server.Online();
                break;
            case 6 or 7:
                server.Answer(arrives: which > 1, returns: which > 3);
                break;
            case 8:
                server.Other(field, $"theirs {which}", told: which % 2 == 0);
                break;
            case 9:
                server.Crash(arrives: which % 2 == 0);
                break;
            case 10:
                server.Later(which);
                break;
            case 11:
                server.Apply(which % 2 == 0 ? new Msg.UndoEdit() : new Msg.RedoEdit());
                break;
            case 12 or 13:
                // Somebody else is faster.
                mine.Add(text);
                server.Other(field, $"faster {which}", told: false);
                server.Write(field, text);
                server.Settle();
                break;
            default:
                var queue = server.Dashboard.Editing.Queue;
                if (!queue.IsEmpty)
                {
                    var id = queue[which % queue.Length].Id;
                    server.Apply((which % 5) switch { 0 => new Msg.KeepTheirs(id), 1 => new Msg.WriteOver(id), 2 => new Msg.EditBoth(id), 3 => new Msg.Withdraw(id), _ => new Msg.ShowEdit(id) });
                    server.Keys("esc", "esc");
                }

                break;
        }
    }

    private static string? Fault(InventedServer server, List<string> mine)
    {
        var editing = server.Dashboard.Editing;
        var kept = System.Text.Json.JsonSerializer.Deserialize<LegTracker.Dashboard.Live.KeptEdits>(server.Kept);
        var frame = DashboardView.Render(server.Dashboard);
        return mine.FirstOrDefault(text => !server.Log.Contains(text) && !editing.Queue.Any(edit => Holds(edit.After, text)) && !editing.Drafts.Any(draft => Holds(draft.Text, text))) is { } lost ? $"{lost} is lost"
            : !editing.Queue.Select(edit => (edit.Id, edit.After, edit.Before)).SequenceEqual((kept?.Queue ?? []).Select(edit => (edit.Id, edit.After, edit.Before))) ? "the file has other edits"
            : !editing.Drafts.SequenceEqual(kept?.Drafts ?? []) ? "the file has other drafts"
            : editing.Queue.Select(edit => edit.Id).Distinct().Count() != editing.Queue.Length ? "two edits have one id"
            : frame.Rows.Any(row => TextWidth.Of(row.ToString()) != server.Dashboard.Columns) ? "a row of the wrong width"
            : null;
    }

    // A value may have become part of a longer text when two were made into one.
    private static bool Holds(string text, string part) => text.Split(' ', '\n').Contains(part);

    private static bool Behind(InventedServer server, BillEdit edit) =>
        server.Dashboard.Editing.Queue.TakeWhile(one => one.Id != edit.Id).Any(one => one.Field == edit.Field && one.State == EditState.Conflict);
}
