using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>What people write of a bill as a request gives it: cleaned, and checked for length.</summary>
internal static class HumanReader
{
    private const int LongestWord = 60;
    private const int LongestName = 200;
    private const int LongestTitle = 120;
    private const int LongestText = 2_000;
    private const int LongestNotes = 20_000;
    private const int MostNames = 50;

    /// <param name="fields">The fields to read; the others are left empty.</param>
    /// <param name="prefix">What stands before a field's name in the request: "bill." or nothing.</param>
    /// <returns>Of a text only its words and the version, where one is given.</returns>
    /// <exception cref="ApiError">FIELD_INVALID with the field's name.</exception>
    public static HumanFields Read(V1.Bill given, ImmutableArray<string> fields, string prefix)
    {
        var priority = fields.Contains(HumanField.Priority) ? given.Priority : 0;
        if (priority is < 0 or > 3)
        {
            throw ApiError.FieldInvalid(prefix + HumanField.Priority, "is 1, 2 or 3, or 0 for none");
        }

        return new HumanFields(Line(HumanField.Position, given.Position, LongestWord), priority == 0 ? null : priority, Names(HumanField.Labels, given.Labels, LongestWord))
        {
            Owner = Line(HumanField.Owner, given.Owner, LongestName),
            Sponsors = Names(HumanField.Sponsors, given.Sponsors, LongestName),
            Texts = HumanFields.Empty.Texts.AddRange(HumanField.Texts.Where(fields.Contains).Select(Text).OfType<KeyValuePair<string, HumanText>>()),
        };

        string? Line(string field, string value, int longest) =>
            fields.Contains(field) && value.Length > 0 ? Checked(prefix + field, value, SourceText.Clean(value), longest) : null;

        ImmutableArray<string> Names(string field, IEnumerable<string> values, int longest)
        {
            if (!fields.Contains(field))
            {
                return [];
            }

            ImmutableArray<string> names = [.. values.Select(value => Checked(prefix + field, value, SourceText.Clean(value), longest)).OfType<string>().Distinct()];
            return names.Length <= MostNames ? names : throw ApiError.FieldInvalid(prefix + field, $"are at most {MostNames}");
        }

        KeyValuePair<string, HumanText>? Text(string field)
        {
            var value = HumanMapping.TextOf(given, field);
            var raw = value?.Text ?? "";
            var text = field switch
            {
                HumanField.PlainTitle => Checked(prefix + field, raw, SourceText.Clean(raw), LongestTitle),
                HumanField.Notes => Checked(prefix + field, raw, Lines(raw), LongestNotes),
                _ => Checked(prefix + field, raw, SourceText.Clean(raw), LongestText),
            };
            return text is null ? null : new(field, new HumanText(text, "", default, Version(value)));
        }
    }

    /// <summary>The version that a text names; null when it names none.</summary>
    public static string? Version(V1.HumanText? text) => text?.ForVersion.Trim() is { Length: > 0 } version ? version : null;

    /// <summary>Line breaks stay, at most one empty line in a row.</summary>
    private static string Lines(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n').Select(SourceText.Clean))
        {
            if (line.Length > 0 || lines is [.., { Length: > 0 }])
            {
                lines.Add(line);
            }
        }

        return string.Join('\n', lines).TrimEnd('\n');
    }

    // Only white space is empty; what has nothing to print is a mistake, not a wish to clear the field.
    private static string? Checked(string field, string given, string cleaned, int longest) =>
        cleaned.Length > longest ? throw ApiError.FieldInvalid(field, string.Create(CultureInfo.InvariantCulture, $"is at most {longest:#,0} characters long; this has {cleaned.Length:#,0}"))
        : cleaned.Length > 0 ? cleaned
        : string.IsNullOrWhiteSpace(given) ? null
        : throw ApiError.FieldInvalid(field, "has no character that can be printed");
}
