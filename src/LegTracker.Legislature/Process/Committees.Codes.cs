using System.Collections.Frozen;
using System.Globalization;

namespace LegTracker.Legislature;

public static partial class Committees
{
    /// <summary>
    /// Location codes of the bulk files whose committee is sure: CX for the Assembly, CS for the Senate. A code that was given to a
    /// committee of another name over the years is left out, so that it stays a code.
    /// </summary>
    private static (string Code, string Abbreviation)[] Codes =>
    [
        ("CX01", "AGRI."), ("CX03", "ED."), ("CX07", "G.O."), ("CX08", "HEALTH"), ("CX09", "HIGHER ED."), ("CX10", "H. & C.D."),
        ("CX11", "HUM. S."), ("CX13", "JUD."), ("CX14", "L. & E."), ("CX15", "L. GOV."), ("CX16", "NAT. RES."), ("CX18", "PUB. S."),
        ("CX19", "REV. & TAX."), ("CX20", "RLS."), ("CX22", "TRANS."), ("CX24", "W., P., & W."), ("CX25", "APPR."), ("CX27", "B. & F."),
        ("CX28", "INS."), ("CX29", "BUDGET"), ("CX32", "P. & C.P."),
        ("CS40", "AGRI."), ("CS42", "B., P. & E.D."), ("CS44", "ED."), ("CS45", "E. & C.A."), ("CS48", "G.O."), ("CS53", "JUD."),
        ("CS55", "N.R. & W."), ("CS56", "L., P.E. & R."), ("CS58", "RLS."), ("CS60", "HEALTH"), ("CS61", "APPR."), ("CS62", "B. & F.R."),
        ("CS64", "E.Q."), ("CS71", "E., U. & C."), ("CS72", "PUB. S."), ("CS74", "HUM. S."),
    ];

    /// <summary>The name of the committee with a location code of the bulk files (<c>CX18</c>); null when it is not known.</summary>
    public static string? OfCode(string code) => Coded.Names.GetValueOrDefault(code);

    /// <summary>The house that a committee's location code is of; null when it is not a committee's.</summary>
    public static House? HouseOfCode(string code) =>
        code.Length < 3 || !int.TryParse(code.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out _) ? null
        : code.StartsWith("CX", StringComparison.Ordinal) ? House.Assembly
        : code.StartsWith("CS", StringComparison.Ordinal) ? House.Senate
        : null;

    /// <summary>The codes with the committees' names, made when first asked for: the abbreviations stand in another file.</summary>
    private static class Coded
    {
        public static readonly FrozenDictionary<string, string> Names = Codes
            .ToFrozenDictionary(row => row.Code, row => Name(row.Abbreviation, HouseOfCode(row.Code)), StringComparer.Ordinal);
    }
}
