using System.Globalization;
using System.Text.RegularExpressions;

namespace LegTracker.Legislature;

/// <summary>What a person wrote for a bill: type and number, and the session when they said it.</summary>
/// <param name="Extraordinary">0, or the n of an Xn in the measure.</param>
/// <param name="Session">The session as written, or null: then any tracked bill with this number may be meant.</param>
public sealed partial record BillSpelling(MeasureType Type, int Number, int Extraordinary, Session? Session)
{
    /// <summary>The measure without its session: <c>AB 1394</c>.</summary>
    public string Measure => new BillId(new Session(2001, Extraordinary), Type, Number).Measure;

    /// <summary>The bill that is meant when <paramref name="fallback"/> is the session to assume.</summary>
    public BillId In(Session fallback) => new(Session ?? fallback with { Extraordinary = Extraordinary }, Type, Number);

    /// <summary>Whether a bill fits what was written.</summary>
    public bool Fits(BillId id) => id.Type == Type && id.Number == Number
        && id.Session.Extraordinary == Extraordinary && (Session is null || Session == id.Session);

    /// <summary>
    /// Reads <c>AB 1394</c>, <c>ab1394</c>, <c>AB-1394</c>, <c>AB1394 2023-24</c>, <c>ABX1-4 2025-26</c>, <c>SBX1-1 1999-00</c>,
    /// <c>ca/20232024-0/AB1394</c>, a resource name, a leginfo id or a leginfo address.
    /// </summary>
    /// <returns>Null when the text names no measure.</returns>
    public static BillSpelling? TryParse(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (BillId.TryFromResourceName(trimmed, out var id) || BillId.TryFromLeginfoId(trimmed, out id))
        {
            return new BillSpelling(id.Type, id.Number, id.Session.Extraordinary, id.Session);
        }

        var address = AddressText().Match(trimmed);
        if (address.Success)
        {
            return BillId.TryFromLeginfoId(address.Groups["id"].Value, out id)
                ? new BillSpelling(id.Type, id.Number, id.Session.Extraordinary, id.Session)
                : null;
        }

        var match = MeasureText().Match(trimmed);
        if (!match.Success
            || !Enum.TryParse<MeasureType>(match.Groups["type"].ValueSpan, ignoreCase: true, out var type)
            || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || number == 0)
        {
            return null;
        }

        var extraordinary = match.Groups["x"].Success ? int.Parse(match.Groups["x"].ValueSpan, CultureInfo.InvariantCulture) : 0;
        if (!match.Groups["session"].Success)
        {
            return new BillSpelling(type, number, extraordinary, null);
        }

        return Legislature.Session.TryParse(match.Groups["session"].Value, out var session)
            ? new BillSpelling(type, number, extraordinary, session with { Extraordinary = extraordinary })
            : null;
    }

    [GeneratedRegex(@"^(?<type>AB|SB|ACA|SCA|ACR|SCR|AJR|SJR|HR|SR)(X(?<x>[0-9]))?\s*[-–.]?\s*(?<number>[0-9]{1,5})(\s*[\s(,]\s*(?<session>[0-9–/ -]+?)\)?)?$", RegexOptions.IgnoreCase)]
    private static partial Regex MeasureText();

    [GeneratedRegex(@"^(https?://)?[^\s?]+\?(\S*&)?bill_id=(?<id>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex AddressText();
}
