using LegTracker.Legislature;
using static LegTracker.Server.Tests.Recording.Entries;

namespace LegTracker.Server.Tests.Recording;

/// <content>What people write of a bill.</content>
public abstract partial class RecordStoreContract
{
    private const string Introduced = "20250AB83199INT";

    [Fact]
    public async Task What_people_write_comes_back_with_who_wrote_it_when_and_for_which_version_also_after_a_restart()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 2);
        time.Advance(TimeSpan.FromTicks(12_345_678));
        var written = Morning.AddTicks(12_345_678);

        var kept = await WriteAsync(HumanFields.Empty with
        {
            Position = "support",
            Owner = "Ada",
            Sponsors = ["A House, Inc.", "B"],
            Texts = HumanFields.Empty.Texts.Add("notes", Words("First line.\nSecond “line”, with \\ and é.")).Add("what_it_does", Words("require platforms to tell")),
        });
        await Store.DisposeAsync();
        opened = await OpenAsync(new LegislativeClock(time));

        var bill = await Store.BillAsync(Ab831);
        Assert.Equivalent(kept.Bill, bill, strict: true);
        Assert.Equal(("support", "Ada", written), (bill.Human.Position, bill.Human.PositionAuthor, bill.Human.PositionTime));
        Assert.Equal(["A House, Inc.", "B"], bill.Human.Sponsors.AsEnumerable());
        Assert.Equal(new HumanText("First line.\nSecond “line”, with \\ and é.", "Ada", written, Introduced), bill.Human.Texts["notes"]);
        Assert.Equal(["position", "owner", "sponsors", "what_it_does", "notes"], (await Store.LogAsync(after: 2)).Select(change => change.Difference.Field));
        Assert.All(await Store.LogAsync(after: 2), change => Assert.Equal((3L, ChangeKind.Edited, "Ada", null, written), (change.Revision, change.Difference.Kind, change.Actor, change.Provenance, change.RecordTime)));
    }

    [Fact]
    public async Task An_edit_that_changes_nothing_takes_no_revision_and_one_that_is_refused_writes_nothing()
    {
        await Store.PutAsync(Ab831);
        await WriteAsync(HumanFields.Empty with { Owner = "Ada" });
        var before = await Store.BillAsync(Ab831);

        var again = await WriteAsync(HumanFields.Empty with { Owner = "Ada" });
        await Assert.ThrowsAsync<TimeoutException>(() => Store.UpdateHumanAsync(Ab831, _ => throw new TimeoutException(), CancellationToken.None));
        var unknown = await Store.UpdateHumanAsync(Sb50, _ => throw new TimeoutException(), CancellationToken.None);

        Assert.Null(again.Revision);
        Assert.Null(unknown);
        Assert.Equivalent(before, await Store.BillAsync(Ab831), strict: true);
        Assert.Equal(2, await Store.HeadRevisionAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_reading_that_was_compared_before_an_edit_is_recorded_and_the_edit_stays()
    {
        await Store.PutAsync(Ab831);
        await Store.ReadAsync(Ab831, lines: 1);
        var compared = await Store.BillAsync(Ab831);
        await WriteAsync(HumanFields.Empty with { Owner = "Ada" });

        var revision = await Store.RecordAsync(compared, Record(Ab831, 2), poll: 2);

        var bill = await Store.BillAsync(Ab831);
        Assert.Equal((4L, 2, "Ada"), (revision, bill.Actions.Length, bill.Human.Owner));
    }

    [Fact]
    public async Task A_reading_that_was_compared_before_an_edit_and_another_reading_is_refused()
    {
        await Store.PutAsync(Ab831);
        var compared = await Store.BillAsync(Ab831);
        await WriteAsync(HumanFields.Empty with { Owner = "Ada" });
        await Store.ReadAsync(Ab831, lines: 1);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RecordAsync(compared, Record(Ab831, 2), poll: 2));
    }

    private static HumanText Words(string text) => new(text, "", default, null);

    private async Task<(TrackedBill Bill, long? Revision)> WriteAsync(HumanFields given) =>
        (await Store.UpdateHumanAsync(Ab831, _ => HumanEdit.OfGiven(given, "Ada"), CancellationToken.None))!.Value;
}
