using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;
using LegTracker.Server.Settings;

namespace LegTracker.Server.Tracking;

/// <summary>The bills to track on first start: the built-in list, or a person's YAML or JSON file of the same form.</summary>
internal static class WatchListFile
{
    /// <summary>The built-in list.</summary>
    public static ImmutableArray<ListedBill> BuiltIn() => Parse(EmbeddedText.Read("watch-list.yaml"));

    /// <summary>Reads a list: <c>bills:</c> with <c>bill</c>, <c>session</c> and optional <c>topic, authors, chapter, statutes, signed, note</c>.</summary>
    /// <exception cref="FormatException">Names the entry and what is wrong with it.</exception>
    public static ImmutableArray<ListedBill> Parse(string text)
    {
        var file = YamlText.Read<ListFile>(text);
        if (file?.Bills is not { Count: > 0 })
        {
            throw new FormatException("has no bills: write 'bills:' with entries such as '- bill: AB 1394' and 'session: 2023-24'");
        }

        return [.. file.Bills.Select(Read).DistinctBy(listed => listed.Id)];
    }

    private static ListedBill Read(ListEntry entry, int index)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"entry {index + 1}");
        var spelling = BillSpelling.TryParse($"{entry.Bill} {entry.Session}")
            ?? throw new FormatException($"{place}: '{entry.Bill} {entry.Session}' is no bill; write bill: AB 1394 and session: 2023-24");
        if (spelling.Session is not { } session)
        {
            throw new FormatException($"{place}: {spelling.Measure} needs a session, for instance session: 2023-24");
        }

        return new ListedBill(new BillId(session, spelling.Type, spelling.Number), new ListedFacts(
            entry.Topic is null ? null : SourceText.Clean(entry.Topic),
            [.. (entry.Authors ?? []).Select(SourceText.Clean)],
            entry is { Chapter: { } chapter, Statutes: { } statutes }
                ? new ChapterCitation(chapter, statutes, session.Extraordinary, spelling.Type is not (MeasureType.AB or MeasureType.SB))
                : null,
            ReadDate(entry.Signed, place),
            SourceText.Clean(entry.Note ?? "On the list; nothing about it has been confirmed yet.")));
    }

    private static DateOnly? ReadDate(string? text, string place) => text is null ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new FormatException($"{place}: signed: '{text}' is no date such as 2023-10-08");

    private sealed class ListFile
    {
        public List<ListEntry>? Bills { get; set; }
    }

    private sealed class ListEntry
    {
        public string? Bill { get; set; }

        public string? Session { get; set; }

        public string? Topic { get; set; }

        public List<string>? Authors { get; set; }

        public int? Chapter { get; set; }

        public int? Statutes { get; set; }

        public string? Signed { get; set; }

        public string? Note { get; set; }
    }
}
