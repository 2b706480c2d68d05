using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using LegTracker.Legislature;

namespace LegTracker.Server.Api;

/// <summary>What people wrote of a bill as the API's fields, and the etag over it.</summary>
internal static class HumanMapping
{
    // No text that is kept holds these.
    private const char Between = '\u001f';
    private const char Within = '\u001e';

    /// <summary>Fills position, priority, labels, owner, sponsors and the texts.</summary>
    public static void Fill(V1.Bill message, TrackedBill bill)
    {
        var human = bill.Human;
        message.Position = human.Position ?? "";
        message.PositionAuthor = human.PositionAuthor ?? "";
        message.PositionTime = Mapping.Instant(human.PositionTime);
        message.Priority = human.Priority ?? 0;
        message.Labels.AddRange(human.Labels);
        message.Owner = human.Owner ?? "";
        message.Sponsors.AddRange(human.Sponsors);
        foreach (var (field, text) in human.Texts)
        {
            V1.Bill.Descriptor.FindFieldByName(field).Accessor.SetValue(message, new V1.HumanText
            {
                Text = text.Text,
                Author = text.Author,
                WriteTime = Mapping.Instant(text.WriteTime),
                ForVersion = text.ForVersion ?? "",
                ReviewedBy = text.ReviewedBy ?? "",
                ReviewTime = Mapping.Instant(text.ReviewTime),
                WrittenForOlderVersion = text.IsForOlder(bill.Record?.Versions ?? []),
            });
        }
    }

    /// <summary>The text of a field in a message; null when it is absent.</summary>
    public static V1.HumanText? TextOf(V1.Bill message, string field) => (V1.HumanText?)V1.Bill.Descriptor.FindFieldByName(field).Accessor.GetValue(message);

    /// <summary>Over everything that people write, and nothing else.</summary>
    public static string Etag(HumanFields human)
    {
        var parts = new List<string?>
        {
            human.Position, human.PositionAuthor, At(human.PositionTime), human.ValueOf(HumanField.Priority), string.Join(Within, human.Labels),
            human.Owner, string.Join(Within, human.Sponsors),
        };
        foreach (var (field, text) in human.Texts)
        {
            parts.AddRange([field, text.Text, text.Author, At(text.WriteTime), text.ForVersion, text.ReviewedBy, At(text.ReviewTime)]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, parts))))[..16];
    }

    private static string? At(DateTimeOffset? time) => time?.UtcTicks.ToString(CultureInfo.InvariantCulture);
}
