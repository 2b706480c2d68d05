using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Tests.Recording;

/// <summary>Readings and polls made for the store, and the calls that record them.</summary>
internal static class Entries
{
    public static readonly BillId Ab831 = BillId.FromLeginfoId("202520260AB831");
    public static readonly BillId Sb50 = BillId.FromLeginfoId("202520260SB50");
    public static readonly DateTimeOffset Morning = new(2025, 9, 15, 13, 0, 0, TimeSpan.Zero);

    public static readonly ListedFacts Listed = new("Gambling.", ["Valencia"], new ChapterCitation(623, 2025, 0, false), new DateOnly(2025, 10, 11), "From a page.");

    public static Task<long?> PutAsync(this RecordStore store, BillId bill) => store.TrackAsync(bill, null, HumanFields.Empty, "test", CancellationToken.None);

    public static async Task<TrackedBill> BillAsync(this RecordStore store, BillId bill) => (await store.FindBillAsync(bill, CancellationToken.None))!;

    public static Task<ImmutableArray<Change>> LogAsync(this RecordStore store, long after = 0, int limit = 10_000) => store.ReadChangesAsync(after, limit, CancellationToken.None);

    /// <summary>Records a reading whose history has so many lines; each line that the record lacks is one ACTION_ADDED.</summary>
    public static async Task<long?> ReadAsync(this RecordStore store, BillId bill, int lines, int poll = 1, string source = "bulk")
    {
        var before = await store.BillAsync(bill);
        return await store.RecordAsync(before, Record(bill, lines), poll, source);
    }

    public static Task<long?> RecordAsync(this RecordStore store, TrackedBill before, BillRecord record, int poll, string source = "bulk")
    {
        var evidence = Evidence(poll, source);
        var actions = record.History.Select((line, i) => i < before.Actions.Length
            ? before.Actions[i]
            : new RecordedAction(line, 1, evidence.FetchTime.AddMinutes(1), false, evidence)).ToImmutableArray();
        var differences = actions.Skip(before.Actions.Length)
            .Select(action => new Difference(ChangeKind.ActionAdded, null, null, action.Line.Text, action.Line.Date, $"On that day, {action.Line.Text}"))
            .ToImmutableArray();
        return store.RecordReadingAsync(before, record, actions, differences, evidence, TextOf(evidence), Poll(poll, before.Id, PollOutcome.Changed, source), CancellationToken.None);
    }

    public static BillRecord Record(BillId bill, int lines) => new()
    {
        Id = bill,
        Topic = "Gambling.",
        Title = "An act relating to gambling.",
        LeadAuthors = ["Valencia"],
        Coauthors = ["Ashby", "Peña"],
        History = [.. Enumerable.Range(1, lines).Select(i => new HistoryLine(new DateOnly(2025, 1, 1).AddDays(i), string.Create(CultureInfo.InvariantCulture, $"Action {i}.")))],
        Versions = [new BillVersion("20250AB83199INT", new DateOnly(2025, 2, 19), "Introduced", "Audits.")],
        StatusText = "In Committee Process",
        HouseLocation = "Assembly",
        Text = TextReading.Of(bill, "20250AB83199INT", "https://example.org/pubinfo.zip, a.lob", new BillText
        {
            Title = "An act relating to gambling.",
            Digest = ["This bill would, beginning January 1, 2027, prohibit it.", "This bill would become operative only if SB 50 is also enacted."],
            CodeSections = ["Penal Code 337o"],
            Flags = new EffectFacts { Urgency = false },
        }),
    };

    public static Provenance Evidence(int poll, string source = "bulk") => new(
        source, "https://example.org/pubinfo.zip", Morning.AddHours(poll), string.Create(CultureInfo.InvariantCulture, $"hash {poll}"), NameOf(poll), source + "/1");

    /// <summary>The text that a provenance made here stands for.</summary>
    public static byte[] TextOf(Provenance provenance) => System.Text.Encoding.UTF8.GetBytes("the text of " + provenance.ContentSha256);

    public static PollEntry Poll(int poll, BillId? bill, PollOutcome outcome, string source = "bulk", string? detail = null) => new(
        bill is { } named ? $"{NameOf(poll)}-{named.LeginfoId}" : NameOf(poll), source, bill, outcome, Morning.AddHours(poll), Morning.AddHours(poll).AddMinutes(2), 200, 1234, 0, detail is null ? null : "TIMEOUT", detail);

    public static string NameOf(int poll) => string.Create(CultureInfo.InvariantCulture, $"polls/{poll:00000}");
}
