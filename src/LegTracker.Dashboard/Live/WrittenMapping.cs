using System.Collections.Immutable;
using System.Globalization;
using LegTracker.Dashboard.Model;
using LegTracker.V1;

namespace LegTracker.Dashboard.Live;

/// <summary>The fields that people write, between the API's bill and the dashboard's own.</summary>
internal static class WrittenMapping
{
    public static ImmutableArray<WrittenText> From(Bill bill) => [.. EditField.All.Select(field => From(bill, field.Id)).OfType<WrittenText>()];

    /// <summary>The request that writes one field.</summary>
    public static UpdateBillRequest Request(BillEdit edit, string author)
    {
        var bill = new Bill { Name = edit.Bill, Etag = edit.Etag };
        switch (edit.Field)
        {
            case "priority":
                bill.Priority = int.TryParse(edit.After, NumberStyles.None, CultureInfo.InvariantCulture, out var priority) ? priority : 0;
                break;
            case "labels":
                bill.Labels.AddRange(Lines(edit.After));
                break;
            case "sponsors":
                bill.Sponsors.AddRange(Lines(edit.After));
                break;
            case "position" or "owner":
                Accessor(edit.Field).SetValue(bill, edit.After);
                break;
            default:
                Accessor(edit.Field).SetValue(bill, new HumanText { Text = edit.After });
                break;
        }

        return new UpdateBillRequest { Bill = bill, UpdateMask = new() { Paths = { edit.Field } }, Author = author };
    }

    private static WrittenText? From(Bill bill, string field) => field switch
    {
        "priority" => Of(field, bill.Priority == 0 ? "" : bill.Priority.ToString(CultureInfo.InvariantCulture)),
        "labels" => Of(field, string.Join('\n', bill.Labels)),
        "sponsors" => Of(field, string.Join('\n', bill.Sponsors)),
        "position" => Of(field, bill.Position) is { } position ? position with { Author = bill.PositionAuthor, Written = bill.PositionTime?.ToDateTimeOffset() } : null,
        "owner" => Of(field, bill.Owner),
        _ => Accessor(field).GetValue(bill) is HumanText text ? From(field, text) : null,
    };

    private static WrittenText From(string field, HumanText text) => new(field, text.Text)
    {
        Author = text.Author,
        Written = text.WriteTime?.ToDateTimeOffset(),
        ForVersion = text.ForVersion,
        ForOlderVersion = text.WrittenForOlderVersion,
        ReviewedBy = text.ReviewedBy,
        Reviewed = text.ReviewTime?.ToDateTimeOffset(),
    };

    private static WrittenText? Of(string field, string text) => text.Length == 0 ? null : new(field, text);

    private static string[] Lines(string value) => value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Google.Protobuf.Reflection.IFieldAccessor Accessor(string field) => Bill.Descriptor.FindFieldByName(field).Accessor;
}
