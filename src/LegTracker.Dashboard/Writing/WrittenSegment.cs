using System.Collections.Immutable;
using System.Text;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.Dashboard.Writing.HandOut;
using LegTracker.Dashboard.Writing.Office;
using LegTracker.Dashboard.Writing.Templates;
using LegTracker.Dashboard.Writing.Web;

namespace LegTracker.Dashboard.Writing;

/// <summary>A segment in one format, written and read again.</summary>
/// <param name="Bytes">The whole file.</param>
/// <param name="Parts">Its text as a person reads it; empty for data that programs read.</param>
/// <param name="Claims">Every statement of the segment, and where the file prints it.</param>
internal sealed record WrittenSegment(byte[] Bytes, ImmutableArray<DocumentPart> Parts, ImmutableArray<PrintedClaim> Claims)
{
    /// <summary>What a person is told of the file beside its claims, a sentence each.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>The formats that need no other program.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["md", "pptx", "docx", "html", "txt", "csv", "ics", "email"];

    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="content">As <see cref="Prepared"/> makes it.</param>
    /// <param name="earlier">For ics: text of the file that is written over; null when there is none.</param>
    /// <param name="before">Text that stands before it in the same document: what is written out there is known.</param>
    /// <param name="template">For pptx: an organisation's own; null for ours.</param>
    public static WrittenSegment Of(string format, SegmentContent content, string? earlier = null, IReadOnlyList<string>? before = null, TemplateFile? template = null)
    {
        var glossary = FieldGlossary.BuiltIn();
        ImmutableArray<HandOutBlock> blocks = format switch
        {
            "pptx" => [],
            "ics" => [.. CalendarSegment.Events(content, glossary).SelectMany(one => one.Blocks)],
            "email" => HandOutPlan.Of(DigestContent.Of(content), glossary, withTable: false),
            "csv" => HandOutPlan.Of(content, glossary, withTable: false, withHeadings: false),
            _ => HandOutPlan.Of(content, glossary, before: before),
        };
        if (format is "pptx" or "docx")
        {
            using var stream = new MemoryStream();
            IReadOnlyList<string> remarks = [];
            if (format == "pptx")
            {
                remarks = PptxSegment.Write(content, stream, template);
            }
            else
            {
                DocxSegment.Write(content, blocks, stream);
            }

            return Read(content, stream.ToArray(), blocks, DocumentText.Read(stream, $".{format}")) with { Remarks = remarks };
        }

        var text = format switch
        {
            "md" => MarkdownSegment.Write(blocks),
            "html" => HtmlSegment.Write(blocks),
            "txt" => TextSegment.Write(blocks),
            "csv" => CsvSegment.Write(content, blocks),
            "ics" => CalendarSegment.Write(content, glossary, earlier),
            "email" => EmailSegment.Write(content, blocks),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "no format of ours"),
        };
        return Read(content, Encoding.UTF8.GetBytes(text), blocks, ReadAgain.Of(format, text));
    }

    /// <summary>A segment that every format can write: cleaned, and with the terms that its texts use.</summary>
    public static SegmentContent Prepared(SegmentContent content) => TermsUsed.WithAll(PlainText.Of(content), FieldGlossary.BuiltIn());

    /// <summary>The segment as data that programs read: every claim is there under its id.</summary>
    public static WrittenSegment OfData(SegmentContent content, byte[] bytes)
    {
        var claims = PrintedClaims.Of(content, new Dictionary<string, string>(), [], FieldGlossary.BuiltIn());
        return new WrittenSegment(bytes, [], [.. claims.Select(claim => claim.Statement.Id.StartsWith("term-", StringComparison.Ordinal) ? claim : claim with { Places = [$"claim {claim.Id}"] })]);
    }

    private static WrittenSegment Read(SegmentContent content, byte[] bytes, ImmutableArray<HandOutBlock> blocks, ImmutableArray<DocumentPart> parts)
    {
        var printed = blocks.OfType<StatementBlock>().Where(block => block.Statement.Id.Length > 0).DistinctBy(block => block.Statement.Id).ToDictionary(block => block.Statement.Id, block => block.Text);
        return new WrittenSegment(bytes, parts, PrintedClaims.Of(content, printed, parts, FieldGlossary.BuiltIn()));
    }
}
