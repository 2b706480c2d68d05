using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LegTracker.Legislature;

/// <summary>The standing committees by the abbreviations that histories use; names of several decades, because old bills are read too.</summary>
public static partial class Committees
{
    private static readonly FrozenDictionary<(House House, string Key), string> ByAbbreviation = Table
        .SelectMany(row => row.Abbreviations.Select(abbreviation => (Row: row, Key: KeyOf(abbreviation))))
        .ToFrozenDictionary(pair => (pair.Row.House, pair.Key), pair => $"{pair.Row.House} {pair.Row.Name} Committee");

    /// <summary>
    /// The committee's name, for instance "Senate Public Safety Committee" for <c>PUB S.</c>; an abbreviation that is not known comes back
    /// as it is. Without a house the name is given when one house alone uses the abbreviation, or without the house when both mean the same.
    /// </summary>
    public static string Name(string abbreviation, House? house) => Find(abbreviation, house) ?? abbreviation.Trim();

    /// <summary>Whether an abbreviation is known in a house, or in any when no house is given.</summary>
    public static bool IsKnown(string abbreviation, House? house) => Find(abbreviation, house) is not null;

    /// <summary>
    /// Splits a list as histories print it ("JUD., E. &amp; C.A. and APPR."); a comma inside an abbreviation ("L., P.E. &amp; R.") does not
    /// split. What is not known is kept whole.
    /// </summary>
    public static ImmutableArray<string> Split(string list, House? house)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var part in list.Split(" and ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pieces = part.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            names.AddRange(IsKnown(part, house) || Cut(pieces, house) is not { } cut ? [part] : cut);
        }

        return names.ToImmutable();
    }

    /// <summary>Whether a named committee is the house's fiscal committee.</summary>
    public static bool IsFiscal(string? name) => name?.Contains("Appropriations", StringComparison.Ordinal) is true;

    /// <summary>Whether a named committee is a Rules Committee, which assigns bills rather than hearing their policy.</summary>
    public static bool IsRules(string? name) => name?.EndsWith(" Rules Committee", StringComparison.Ordinal) is true;

    /// <summary>Whether a named committee is of the budget.</summary>
    public static bool IsBudget(string? name) => name?.Contains("Budget", StringComparison.Ordinal) is true;

    /// <summary>
    /// Whether bills of this committee often take effect at once without an urgency clause: budget bills (Const. art. IV sec. 12(e)) and tax
    /// levies (sec. 8(c)(3)).
    /// </summary>
    internal static bool MayTakeEffectAtOnce(string name) =>
        IsBudget(name) || name.Contains("Revenue and Taxation", StringComparison.Ordinal);

    private static string? Find(string abbreviation, House? house)
    {
        var key = KeyOf(abbreviation);
        if (house is { } known)
        {
            return ByAbbreviation.GetValueOrDefault((known, key));
        }

        var assembly = ByAbbreviation.GetValueOrDefault((House.Assembly, key));
        var senate = ByAbbreviation.GetValueOrDefault((House.Senate, key));
        if (assembly is null || senate is null)
        {
            return assembly ?? senate;
        }

        var (ofAssembly, ofSenate) = (assembly[nameof(House.Assembly).Length..].Trim(), senate[nameof(House.Senate).Length..].Trim());
        return ofAssembly == ofSenate ? ofAssembly : null;
    }

    private static ImmutableArray<string>? Cut(ReadOnlySpan<string> pieces, House? house)
    {
        if (pieces.IsEmpty)
        {
            return [];
        }

        for (var length = pieces.Length; length > 0; length--)
        {
            var first = string.Join(", ", pieces[..length].ToArray());
            if (IsKnown(first, house) && Cut(pieces[length..], house) is { } rest)
            {
                return [first, .. rest];
            }
        }

        return null;
    }

    private static string KeyOf(string abbreviation) => string.Concat(abbreviation.Where(char.IsLetter).Select(char.ToUpperInvariant));

    private sealed record Row(House House, string Name, params string[] Abbreviations);
}
