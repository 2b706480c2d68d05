using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Tests.Writing.Acronyms;

/// <summary>What a person reads of a file, in the order it is read.</summary>
public sealed class DocumentTextTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-words-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Lines_wrapped_by_hand_are_one_paragraph_and_list_entries_are_their_own()
    {
        var path = Put("a.md", "# Heading\n\nA line that somebody wrapped by hand at about eighty characters, so that the\nMulti-disciplinary team\nof it goes on.\n- an [entry](https://example.org/X)\n- another **one**\n");

        Assert.Equal<TextBlock>(
            [new("line 1", "# Heading"), new("line 3", "A line that somebody wrapped by hand at about eighty characters, so that the Multi-disciplinary team of it goes on."), new("line 6", "- an entry"), new TextBlock("line 7", "- another one")],
            Assert.Single(DocumentText.Read(path)).Blocks);
    }

    [Fact]
    public void A_word_document_is_read_with_its_tables_and_without_what_was_deleted()
    {
        var path = Path.Combine(folder, "a.docx");
        using (var document = WordprocessingDocument.Create(path, WordprocessingDocumentType.Document))
        {
            var deleted = new DeletedRun(new Run(new DeletedText("never "))) { Id = "1", Author = "A" };
            document.AddMainDocumentPart().Document = new Document(new Body(
                new Paragraph(new Run(new Text("First ") { Space = SpaceProcessingModeValues.Preserve }), deleted, new Run(new Text("paragraph"))),
                new Table(new TableRow(new TableCell(new Paragraph(new Run(new Text("a cell"))))))));
        }

        Assert.Equal<TextBlock>([new("paragraph 1", "First paragraph"), new TextBlock("paragraph 2", "a cell")], Assert.Single(DocumentText.Read(path)).Blocks);
    }

    [Fact]
    public void A_deck_is_its_slides_and_then_its_notes()
    {
        var path = Path.Combine(folder, "a.pptx");
        File.WriteAllBytes(path, Decks.Bytes(SegmentSamples.March2025()));

        var parts = DocumentText.Read(path);

        Assert.Equal(["", "notes"], parts.Select(part => part.Name));
        Assert.Equal("slide 1", parts[0].Blocks[0].Place);
        Assert.StartsWith("notes of slide 1", parts[1].Blocks[0].Place, StringComparison.Ordinal);
        Assert.Contains(parts[0].Blocks, block => block.Text.Contains("1394", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_that_is_not_what_its_name_says_is_refused_in_words()
    {
        var garbage = Put("a.docx", "no zip at all");

        Assert.Contains("cannot be read as a .docx file", Assert.Throws<FormatException>(() => DocumentText.Read(garbage)).Message, StringComparison.Ordinal);
        Assert.Contains(".docx, .pptx, .md or .txt", Assert.Throws<NotSupportedException>(() => DocumentText.Read(Put("a.rtf", ""))).Message, StringComparison.Ordinal);
    }

    private string Put(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
