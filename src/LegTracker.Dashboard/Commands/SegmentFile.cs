using System.Collections.Immutable;
using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.Dashboard.Writing.HandOut;
using LegTracker.Dashboard.Writing.Office;
using LegTracker.Dashboard.Writing.Web;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>A segment in one format, made and read again.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Parts">Its text as a person reads it.</param>
/// <param name="Claims">Every statement of the segment, and where the file prints it.</param>
internal sealed record SegmentFile(byte[] Bytes, ImmutableArray<DocumentPart> Parts, SegmentContent Content, ImmutableArray<PrintedClaim> Claims)
{
    /// <summary>Name of a part that programs read and people do not.</summary>
    public const string Data = "data";

    /// <param name="earlier">Text of the file that is written over, when there is one.</param>
    /// <exception cref="CommandFault">LibreOffice, which writes PDF, is not there or did not.</exception>
    /// <param name="before">Text that stands before it in the same document.</param>
    public static async Task<SegmentFile> MakeAsync(SegmentFormat format, Segment segment, string? earlier, IReadOnlyList<string> before, CancellationToken cancellationToken)
    {
        var glossary = FieldGlossary.BuiltIn();
        var content = TermsUsed.WithAll(PlainText.Of(SegmentContentMapping.From(segment)), glossary);
        ImmutableArray<HandOutBlock> HandOut(bool withTable) => HandOutPlan.Of(content, glossary, withTable, before);
        switch (format.Name)
        {
            case "pptx":
                return Read(content, Stream(stream => PptxSegment.Write(content, stream)), [], bytes => DocumentText.Read(new MemoryStream(bytes), ".pptx"));
            case "docx" or "pdf":
                var blocks = HandOut(withTable: true);
                var docx = Read(content, Stream(stream => DocxSegment.Write(content, blocks, stream)), blocks, bytes => DocumentText.Read(new MemoryStream(bytes), ".docx"));
                return format.Name == "docx" ? docx : docx with { Bytes = await PdfAsync(docx.Bytes, content, cancellationToken) };
            case "json":
                var json = Google.Protobuf.JsonFormatter.Default.Format(segment) + "\n";
                return Read(content, Encoding.UTF8.GetBytes(json), [], _ => [new DocumentPart(Data, [.. Messages(segment)])]);
            case "csv":
                var rows = HandOut(withTable: false);
                return Text(format, content, CsvSegment.Write(content, rows), rows);
            case "ics":
                return Text(format, content, CalendarSegment.Write(content, glossary, earlier), [.. CalendarSegment.Events(content, glossary).SelectMany(one => one.Blocks)]);
            case "email":
                var digest = HandOutPlan.Of(DigestContent.Of(content), glossary, withTable: false);
                return Text(format, content, EmailSegment.Write(content, digest), digest);
            default:
                var all = HandOut(withTable: true);
                return Text(format, content, format.Name switch { "html" => HtmlSegment.Write(all), "txt" => TextSegment.Write(all), _ => MarkdownSegment.Write(all) }, all);
        }
    }

    private static SegmentFile Text(SegmentFormat format, SegmentContent content, string text, ImmutableArray<HandOutBlock> blocks) =>
        Read(content, Encoding.UTF8.GetBytes(text), blocks, _ => ReadAgain.Of(format.Name, text));

    private static SegmentFile Read(SegmentContent content, byte[] bytes, ImmutableArray<HandOutBlock> blocks, Func<byte[], ImmutableArray<DocumentPart>> read)
    {
        var parts = read(bytes);
        var printed = blocks.OfType<StatementBlock>().Where(block => block.Statement.Id.Length > 0).DistinctBy(block => block.Statement.Id).ToDictionary(block => block.Statement.Id, block => block.Text);
        return new SegmentFile(bytes, parts, content, PrintedClaims.Of(content, printed, parts, FieldGlossary.BuiltIn()));
    }

    private static IEnumerable<TextBlock> Messages(Segment segment) =>
        from section in segment.Sections
        from item in section.Items
        from claim in item.Claims.Concat(item.Changes)
        select new TextBlock($"claim {claim.Id}", PlainText.Of(claim.Text));

    private static byte[] Stream(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static async Task<byte[]> PdfAsync(byte[] docx, SegmentContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await PdfConversion.OfAsync(docx, content.AsOf, cancellationToken);
        }
        catch (InvalidOperationException fault)
        {
            throw new CommandFault(ExitCode.Failed, $"No PDF was written: {fault.Message}.");
        }
    }
}
