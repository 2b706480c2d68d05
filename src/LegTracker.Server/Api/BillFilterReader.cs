using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Grpc.Core;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>Reads the filter language that the API, the command line and the dashboard share.</summary>
/// <remarks>
/// Words, or several in double quotes; <c>session: stage: house: p: pos: label: topic: next:&lt;7d</c> and <c>stale</c>; <c>-</c> before a term
/// excludes. <c>new</c> and <c>marked</c> are refused: what a person has read or marked only their dashboard knows.
/// </remarks>
internal static partial class BillFilterReader
{
    private const int Longest = 1000;

    /// <exception cref="ApiError">FILTER_INVALID: names the term and what it may be.</exception>
    public static BillFilter Read(string text)
    {
        if (text.Length > Longest)
        {
            throw Invalid("the filter", string.Create(CultureInfo.InvariantCulture, $"is longer than {Longest} characters"));
        }

        return new BillFilter.All([.. TermText().Matches(text).Select(match => ReadTerm(match.Value))]);
    }

    /// <summary>A filter that a request takes in place of names; null when it gives none.</summary>
    /// <exception cref="ApiError">FILTER_INVALID; FIELD_INVALID: it gives both.</exception>
    public static BillFilter? ReadInPlaceOf(IReadOnlyCollection<string> bills, string text) => text.Length == 0 ? null
        : bills.Count == 0 ? Read(text)
        : throw ApiError.FieldInvalid("filter", "stands in place of bills: give one of the two");

    private static BillFilter ReadTerm(string term) => term.Length > 1 && term[0] == '-'
        ? new BillFilter.Not(ReadPlain(term[1..], term))
        : ReadPlain(term, term);

    private static BillFilter ReadPlain(string plain, string term)
    {
        if (plain.StartsWith('"'))
        {
            var words = plain.Trim('"').Trim();
            return words.Length > 0 && plain.Length > 1 && plain.EndsWith('"') ? new BillFilter.Text(words) : throw Invalid(term, "has a quote without words or without its end");
        }

        var colon = plain.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0)
        {
            return ReadKeyed(plain[..colon].ToUpperInvariant(), plain[(colon + 1)..], term);
        }

        return plain.ToUpperInvariant() switch
        {
            "-" => throw Invalid(term, "excludes nothing"),
            "STALE" => new BillFilter.Stale(),
            "NEW" or "MARKED" => throw Invalid(term, "is known to the dashboard alone; to search for the word, quote it"),
            _ => new BillFilter.Text(plain),
        };
    }

    private static BillFilter ReadKeyed(string key, string value, string term) => (key, value) switch
    {
        (_, "") => throw Invalid(term, "has nothing after the colon; to search for words with a colon, quote them"),
        ("SESSION", _) => Session.TryParse(value, out var session) ? new BillFilter.InSession(session.StartYear) : throw Invalid(term, "needs a session such as session:2023-24"),
        ("HOUSE", _) => new BillFilter.From(ReadHouse(value) ?? throw Invalid(term, "needs house:asm or house:sen")),
        ("P", "1" or "2" or "3") => new BillFilter.Priority(value[0] - '0'),
        ("P", _) => throw Invalid(term, "needs p:1, p:2 or p:3"),
        ("POS", _) => new BillFilter.Position(value),
        ("TOPIC" or "LABEL", _) => new BillFilter.Label(value),
        ("STAGE", _) => ReadStages(value) is { IsEmpty: false } stages ? new BillFilter.At(stages) : throw Invalid(term, "names no stage; stages are " + string.Join(", ", Enum.GetNames<Stage>()).ToLowerInvariant()),
        ("NEXT", _) => DaysText().Match(value) is { Success: true } days
            ? new BillFilter.Within(int.Parse(days.Groups["days"].ValueSpan, CultureInfo.InvariantCulture))
            : throw Invalid(term, "needs days such as next:<7d"),
        _ => throw Invalid(term, "is no term: keys are session, stage, house, p, pos, label, topic and next; to search for words with a colon, quote them"),
    };

    private static House? ReadHouse(string value) => value.ToUpperInvariant() switch
    {
        "ASM" or "ASSEMBLY" => House.Assembly,
        "SEN" or "SENATE" => House.Senate,
        _ => null,
    };

    // By the API's name (in_committee) or the words of the lists (committee, second house): any part of it.
    private static ImmutableHashSet<Stage> ReadStages(string value)
    {
        var wanted = Letters(value);
        return wanted.Length == 0 ? [] : [.. Enum.GetValues<Stage>().Where(stage =>
            Letters(stage.ToString()).Contains(wanted, StringComparison.Ordinal) || Letters(StageWords.Of(stage)).Contains(wanted, StringComparison.Ordinal))];
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetter).Select(char.ToUpperInvariant));

    private static ApiError Invalid(string term, string why) =>
        new(StatusCode.InvalidArgument, "FILTER_INVALID", $"filter: '{term}' {why}.") { Field = "filter" };

    [GeneratedRegex("""-?"[^"]*"?|\S+""")]
    private static partial Regex TermText();

    [GeneratedRegex(@"^<?(?<days>\d{1,4})d?$")]
    private static partial Regex DaysText();
}
