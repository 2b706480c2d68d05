using System.Collections.Immutable;
using LegTracker.Legislature;
using LegTracker.Server.Recording.Catalog;
using LegTracker.Server.Sources;
using LegTracker.Server.Sources.Bulk.Texts;

namespace LegTracker.Server.Tracking;

/// <summary>Lays what the bulk files say of prints among the words that are searched: the text where one came with the file, else the subject line.</summary>
internal sealed partial class TextIntake(CatalogStore catalog, CatalogTexts texts, LegislativeClock clock, ILogger<TextIntake> logger)
{
    private const string Mark = "subjects";
    private const string Parser = "caml/1";
    private const int PageSize = 2000;

    /// <summary>Takes the text of a new or corrected print. One that cannot be read, or that is another print's, leaves its subject line to be searched.</summary>
    public Task TakeAsync(CatalogText text, CancellationToken cancellationToken)
    {
        var read = CamlText.TryRead(text.Lob, out var fault);
        if (read is null || (read.VersionId is { } named && named != text.Print.Id))
        {
            Unread(text.Print.Id, fault ?? $"it is the text of {read!.VersionId}");
            return Task.CompletedTask;
        }

        var provenance = new Provenance("bulk", text.Address.AbsoluteUri, clock.Now, EvidenceText.Sha256(text.Lob.Span), "", Parser);
        var words = new VersionText(text.Bill, text.Print.Id, text.Print.Date, text.Print.Action, read.Title, read.Digest, read.CodeSections, provenance)
        {
            Subject = read.Subject.Length > 0 ? read.Subject : text.Print.Topic ?? "",
        };
        return texts.AddAsync([words], cancellationToken);
    }

    /// <summary>Takes the subject lines of prints that came without a text: those of the session's earlier months at the first sync.</summary>
    public async Task TakeSubjectsAsync(CancellationToken cancellationToken)
    {
        var taken = long.TryParse(await texts.MarkAsync(Mark, cancellationToken), out var until) ? until : 0;
        while (await catalog.PrintsAfterAsync(taken, PageSize, cancellationToken) is { IsEmpty: false } prints)
        {
            await texts.AddAsync([.. prints.Where(print => print.Print.Topic is { Length: > 0 }).Select(Subject)], cancellationToken);
            taken = prints[^1].Arrival;
            await texts.SaveMarkAsync(Mark, taken.ToString(System.Globalization.CultureInfo.InvariantCulture), cancellationToken);
        }
    }

    private VersionText Subject(CatalogPrint print) => new(
        print.Bill, print.Print.Id, print.Print.Date, print.Print.Action, "", [], [], new Provenance("bulk", print.LobFile ?? "", clock.Now, "", "", "bulk/1"))
    { Subject = print.Print.Topic! };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The text of {Print} is not searched: {Fault}")]
    private partial void Unread(string print, string fault);
}
