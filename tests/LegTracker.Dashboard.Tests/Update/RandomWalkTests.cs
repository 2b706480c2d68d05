using FsCheck;
using FsCheck.Fluent;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Tests.Model;
using LegTracker.Dashboard.Update;
using LegTracker.Dashboard.Views;

namespace LegTracker.Dashboard.Tests.Update;

/// <summary>Whatever happens in whatever order: the model stays sound and can be drawn.</summary>
public sealed class RandomWalkTests
{
    [Fact]
    public void Any_messages_in_any_order_leave_a_sound_model()
    {
        var walks = RandomWalks.Message.NonEmptyListOf().ToArbitrary();

        Prop.ForAll(walks, walk =>
        {
            var model = Invented.Model();
            foreach (var msg in walk)
            {
                var before = model;
                (model, _) = DashboardUpdate.Apply(model, msg);
                if (Unsound(before, msg, model) is { } fault)
                {
                    return false.Label($"{fault} after {msg}");
                }
            }

            return true.Label("sound");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60));
    }

    private static string? Unsound(DashboardModel before, Msg msg, DashboardModel model)
    {
        var frame = DashboardView.Render(model);
        return !InRange(model.BillPlace, model.BillRows.Length, model.LayoutOf(Screen.Bills)) ? "bill cursor out of range"
            : !InRange(model.ChangePlace, model.ChangeRows.Length, model.LayoutOf(Screen.Changes)) ? "change cursor out of range"
            : !InRange(model.SourcePlace, model.Sources.Length, model.LayoutOf(Screen.Sources)) ? "source cursor out of range"
            : !InRange(model.Calendar.Place, model.Calendar.Rows.Length, model.LayoutOf(Screen.Calendar)) ? "calendar cursor out of range"
            : !InRange(model.Candidates.Place, model.Candidates.Rows.Length, model.LayoutOf(Screen.Candidates)) ? "candidate cursor out of range"
            : model.Calendar.Rows.Any(entry => entry.LastDay < model.Today.AddDays(-Calendars.DaysBack) || (!model.Calendar.LooksBack && entry.LastDay < model.Today)) ? "a date that is over"
            : model.Candidates.Rows.Any(candidate => !model.Candidates.All.Contains(candidate)) ? "a row without a candidate"
            : LostItsEntry(before, model) ? "the cursor left its date or candidate"
            : !InRange(model.Meetings.Place, model.Meetings.All.Length, model.LayoutOf(Screen.Meetings)) ? "meeting cursor out of range"
            : !InRange(model.Meetings.RowPlace, model.Meetings.OpenSheet?.All.Length ?? 0, model.LayoutOf(Screen.Segment)) ? "item cursor out of range"
            : model.Meetings.Sheets.Values.Any(sheet => sheet.All.Select(row => row.Id).Distinct().Count() != sheet.All.Length) ? "an item is in a segment twice"
            : model.Picker is { } picker && (picker.Rows.IsEmpty ? picker.Chosen is not null : picker.Chosen is null) ? "picker cursor out of range"
            : model.BillRows.Any(bill => !model.Bills.ContainsKey(bill.Name)) ? "a row without a bill"
            : model is { SortWaits: false, Filter: "" } && !model.BillRows.SequenceEqual(Arrivals.Reorder(model).BillRows) ? "rows that are not what ordering all of them gives"
            : model.UnreadChanges != model.Changes.Count(change => change.Unread) || model.UnreadChanges != model.UnreadByBill.Values.Sum() ? "unread figures differ"
            : model.UnreadByBill.ContainsValue(0) ? "a read bill among the unread"
            : msg is Msg.BillChanged or Msg.ChangesArrived or Msg.Tick or Msg.Resized && LostItsBill(before, model) ? "the cursor left its bill"
            : frame.Rows.Length != model.Rows ? "a frame of the wrong height"
            : frame.Rows.FirstOrDefault(row => TextWidth.Of(row.ToString()) != model.Columns) is { } row ? $"a row {TextWidth.Of(row.ToString())} wide, not {model.Columns}: {row}"
            : null;
    }

    private static bool InRange(ListPlace place, int count, ScreenLayout layout) => count == 0
        ? place == ListPlace.Start
        : place.Index >= 0 && place.Index < count && place.Top <= place.Index && place.Index < place.Top + layout.ListHeight;

    // On their own screens alone, and when nobody moved the cursor: no key, no wheel, no click.
    private static bool LostItsEntry(DashboardModel before, DashboardModel after) =>
        before.LastKey == after.LastKey && before.Screen == after.Screen
        && ((before.Screen == Screen.Calendar && before.Calendar.All != after.Calendar.All && before.Calendar.UnderCursor is { } entry && after.Calendar.Rows.Any(row => row.Name == entry.Name) && after.Calendar.UnderCursor?.Name != entry.Name)
            || (before.Screen == Screen.Candidates && before.Candidates.All != after.Candidates.All && before.Candidates.UnderCursor is { } one && after.Candidates.Rows.Any(row => row.Name == one.Name) && after.Candidates.UnderCursor?.Name != one.Name));

    private static bool LostItsBill(DashboardModel before, DashboardModel after) =>
        !before.IsUntouched && before.BillUnderCursor is { } bill && after.BillRows.Any(row => row.Name == bill.Name) && after.BillUnderCursor?.Name != bill.Name;
}
