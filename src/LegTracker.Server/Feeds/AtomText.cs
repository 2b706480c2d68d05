using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Xml;
using LegTracker.Legislature;

namespace LegTracker.Server.Feeds;

/// <summary>Changes as the text of an Atom feed. Pure.</summary>
internal static class AtomText
{
    private const string Media = "application/atom+xml";

    /// <param name="epoch">The store's identity: what ids are made unique by.</param>
    /// <param name="next">The page of older changes, or null.</param>
    public static ReadOnlyMemory<byte> Of(ImmutableArray<Change> changes, string epoch, DateTimeOffset updated, Uri self, Uri? next)
    {
        var feed = new SyndicationFeed(changes.Select(change => Entry(change, epoch)))
        {
            Id = $"urn:uuid:{Guid.Parse(epoch)}",
            Title = new TextSyndicationContent("Changes of California bills, by LegTracker"),
            LastUpdatedTime = updated,
            Generator = "LegTracker",
            Language = "en-US",
            Authors = { new SyndicationPerson { Name = "LegTracker" } },
            Links = { SyndicationLink.CreateSelfLink(self, Media) },
        };
        if (next is not null)
        {
            feed.Links.Add(new SyndicationLink(next, "next", null, Media, 0));
        }

        using var body = new MemoryStream();
        using (var writer = XmlWriter.Create(body, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true }))
        {
            new Atom10FeedFormatter(feed).WriteTo(writer);
        }

        return body.ToArray();
    }

    /// <summary>The bill's page at leginfo.</summary>
    public static Uri PageOf(BillId bill) => new($"https://leginfo.legislature.ca.gov/faces/billNavClient.xhtml?bill_id={bill.LeginfoId}");

    private static SyndicationItem Entry(Change change, string epoch)
    {
        var kind = JsonNamingPolicy.SnakeCaseUpper.ConvertName(change.Difference.Kind.ToString());
        var entry = new SyndicationItem
        {
            Id = IdOf(change, epoch),
            Title = new TextSyndicationContent($"{change.Bill}: {kind.Replace('_', ' ').ToLowerInvariant()}"),
            Summary = new TextSyndicationContent(SourceText.Clean(change.Difference.Summary)),
            PublishDate = change.RecordTime,
            LastUpdatedTime = change.RecordTime,
            Authors = { new SyndicationPerson { Name = SourceText.Clean(change.Actor) is { Length: > 0 } actor ? actor : "LegTracker" } },
            Categories = { new SyndicationCategory(kind), new SyndicationCategory(change.Bill.ToString()) },
            Links = { SyndicationLink.CreateAlternateLink(PageOf(change.Bill), "text/html") },
        };
        if (Uri.TryCreate(change.Provenance?.Url, UriKind.Absolute, out var read) && (read.Scheme == Uri.UriSchemeHttp || read.Scheme == Uri.UriSchemeHttps))
        {
            entry.Links.Add(new SyndicationLink(read, "via", "what was read", null, 0));
        }

        return entry;
    }

    // Version 5 of RFC 9562: the same change of the same store has the same id wherever and whenever it is written.
    private static string IdOf(Change change, string epoch)
    {
        var name = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"changes/{change.Revision}.{change.Index}"));
#pragma warning disable CA5350 // What the RFC says; nothing is kept secret by it.
        var hash = SHA1.HashData([.. Guid.Parse(epoch).ToByteArray(bigEndian: true), .. name]).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(hash, bigEndian: true)}";
    }
}
