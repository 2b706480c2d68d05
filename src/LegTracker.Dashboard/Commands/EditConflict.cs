using System.Collections;
using System.Globalization;
using System.Text;
using Google.Protobuf.Reflection;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>An edit that somebody else's came before: what is there now beside what was wanted, whole, so that nothing is lost.</summary>
internal static class EditConflict
{
    /// <summary>A field of Bill by the API's name.</summary>
    public static IFieldAccessor Field(string name) => Bill.Descriptor.FindFieldByName(name).Accessor;

    public static string Text(UpdateBillRequest wanted, Bill present)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{present.Measure} ({present.Session}) was edited since it was read; nothing was written. What is there now, and what you wanted:");
        foreach (var field in wanted.UpdateMask.Paths)
        {
            Append(field, Value(wanted.Bill, field));
        }

        foreach (var field in wanted.Reviewed)
        {
            Append(field, "read over, to stand as it was");
        }

        return text.Append(CultureInfo.InvariantCulture, $"\nTo write yours over it, run the command again with --etag {present.Etag}").ToString();

        void Append(string field, string yours) =>
            text.Append(CultureInfo.InvariantCulture, $"\n  {field.Replace('_', ' ')}\n    now:   {Lines(Value(present, field))}{Who(present, field)}\n    yours: {Lines(yours)}");
    }

    private static string Value(Bill bill, string field) => Field(field).GetValue(bill) switch
    {
        HumanText text => text.Text,
        string word => word,
        IEnumerable names => string.Join(", ", names.Cast<string>()),
        int and not 0 and var number => number.ToString(CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Lines(string value) => value.Length == 0 ? "(empty)" : string.Join("\n           ", value.Split('\n').Select(CleanLines.Line));

    private static string Who(Bill bill, string field) => Field(field).GetValue(bill) is HumanText text ? $"\n           ({HumanLines.Who(text)})"
        : field == "position" && bill.PositionAuthor.Length > 0 ? $"\n           ({bill.PositionAuthor} {Words.Of(bill.PositionTime)})"
        : "";
}
