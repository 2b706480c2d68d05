using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace LegTracker.Dashboard.Commands;

/// <summary>Instants and names in words for the command line.</summary>
internal static class Words
{
    /// <summary>An instant as Los Angeles shows it, or "never".</summary>
    public static string Of(Timestamp? instant) => instant is null
        ? "never"
        : Legislature.CaliforniaTime.InLosAngeles(instant.ToDateTimeOffset()).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>The measure of a bill's resource name: "AB 1394".</summary>
    public static string Measure(string name) => Legislature.BillId.TryFromResourceName(name, out var id) ? id.Measure : name;
}
