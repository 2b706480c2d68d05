using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Sources;
using LegTracker.Server.Sources.Bulk.Texts;

namespace LegTracker.Server.Tracking;

/// <summary>Takes the texts of new and corrected prints, as the bulk files hold them, to the words that discovery searches.</summary>
internal sealed class CatalogTextFeed(CatalogTexts texts, LegislativeClock clock)
{
    /// <summary>Name and version of this reader.</summary>
    public const string Reader = "caml/1";

    /// <summary>Takes one text. One that cannot be read is searched by its subject line alone.</summary>
    public Task TakeAsync(CatalogText text, CancellationToken cancellationToken)
    {
        var read = CamlText.TryRead(text.Lob);
        var provenance = new Provenance("bulk", text.Address.ToString(), clock.Now, EvidenceText.Sha256(text.Lob.ToArray()), "", Reader);
        var version = new VersionText(text.Bill, text.Print.Id, text.Print.Date, text.Print.Action, read?.Title ?? "", read?.Digest ?? [], read?.CodeSections ?? [], provenance)
        {
            Subject = text.Print.Topic ?? read?.Subject ?? "",
        };
        return texts.AddAsync([version], cancellationToken);
    }
}
