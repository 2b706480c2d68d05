using System.Globalization;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>A measure's identity: its session, type and number. A number alone names one measure in every session.</summary>
public readonly partial record struct BillId(Session Session, MeasureType Type, int Number) : IComparable<BillId>
{
    /// <summary>As people write it: <c>AB 1394</c>, <c>ABX1 4</c> in the first extraordinary session.</summary>
    public string Measure => string.Create(CultureInfo.InvariantCulture, $"{TypeText} {Number}");

    /// <summary>As leginfo's addresses and bulk files write it: <c>202320240AB1394</c> (no X in extraordinary sessions).</summary>
    public string LeginfoId => string.Create(CultureInfo.InvariantCulture, $"{Session.Years}{Session.Extraordinary}{Type}{Number}");

    /// <summary>As leginfo's pages show it: <c>AB-1394</c>, <c>ABX1-4</c>.</summary>
    public string PageMeasure => string.Create(CultureInfo.InvariantCulture, $"{TypeText}-{Number}");

    /// <summary>The API's resource name: <c>states/ca/sessions/20232024-0/bills/AB1394</c>.</summary>
    public string ResourceName => string.Create(CultureInfo.InvariantCulture, $"states/ca/sessions/{Session.Key}/bills/{Type}{Number}");

    /// <summary>The house the measure began in.</summary>
    public House HouseOfOrigin => Type is MeasureType.AB or MeasureType.ACA or MeasureType.ACR or MeasureType.AJR or MeasureType.HR
        ? House.Assembly
        : House.Senate;

    private string TypeText => Session.Extraordinary == 0
        ? Type.ToString()
        : string.Create(CultureInfo.InvariantCulture, $"{Type}X{Session.Extraordinary}");

    /// <summary>Reads leginfo's id: <c>202320240AB1394</c>.</summary>
    /// <exception cref="FormatException">The text is no such id.</exception>
    public static BillId FromLeginfoId(string text) =>
        TryFromLeginfoId(text, out var id) ? id : throw new FormatException($"'{text}' is no leginfo bill id such as 202320240AB1394");

    /// <summary>As <see cref="FromLeginfoId"/>, with false instead of the exception.</summary>
    public static bool TryFromLeginfoId(string? text, out BillId id)
    {
        id = default;
        var match = LeginfoText().Match(text ?? "");
        return match.Success && TryMake(match, new Session(
            int.Parse(match.Groups["start"].ValueSpan, CultureInfo.InvariantCulture),
            int.Parse(match.Groups["x"].ValueSpan, CultureInfo.InvariantCulture)), out id)
            && id.Session.StartYear % 2 == 1
            && id.LeginfoId == text;
    }

    /// <summary>Reads the API's resource name.</summary>
    /// <exception cref="FormatException">The text is no such name.</exception>
    public static BillId FromResourceName(string text) =>
        TryFromResourceName(text, out var id) ? id : throw new FormatException($"'{text}' is no bill name such as states/ca/sessions/20232024-0/bills/AB1394");

    /// <summary>As <see cref="FromResourceName"/>, with false instead of the exception.</summary>
    public static bool TryFromResourceName(string? text, out BillId id)
    {
        id = default;
        var match = ResourceText().Match(text ?? "");
        return match.Success && Session.TryParse(match.Groups["session"].Value, out var session) && TryMake(match, session, out id);
    }

    /// <summary>Orders by session, then type, then number.</summary>
    public int CompareTo(BillId other)
    {
        var bySession = Session.CompareTo(other.Session);
        return bySession != 0 ? bySession : (Type, Number).CompareTo((other.Type, other.Number));
    }

    public static bool operator <(BillId left, BillId right) => left.CompareTo(right) < 0;

    public static bool operator >(BillId left, BillId right) => left.CompareTo(right) > 0;

    public static bool operator <=(BillId left, BillId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BillId left, BillId right) => left.CompareTo(right) >= 0;

    public override string ToString() => $"{Measure} ({Session.Display})";

    private static bool TryMake(Match match, Session session, out BillId id)
    {
        id = default;
        if (!Enum.TryParse<MeasureType>(match.Groups["type"].ValueSpan, ignoreCase: true, out var type)
            || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0)
        {
            return false;
        }

        id = new BillId(session, type, number);
        return true;
    }

    [GeneratedRegex(@"^(?<start>[0-9]{4})[0-9]{4}(?<x>[0-9])(?<type>AB|SB|ACA|SCA|ACR|SCR|AJR|SJR|HR|SR)(?<number>[0-9]{1,5})$")]
    private static partial Regex LeginfoText();

    [GeneratedRegex(@"^(states/)?ca/(sessions/)?(?<session>[0-9]{8}-[0-9])/(bills/)?(?<type>AB|SB|ACA|SCA|ACR|SCR|AJR|SJR|HR|SR)(?<number>[0-9]{1,5})$")]
    private static partial Regex ResourceText();
}
