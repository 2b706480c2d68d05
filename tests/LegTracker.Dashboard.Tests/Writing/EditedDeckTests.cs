using System.Collections.Immutable;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using LegTracker.Dashboard.Commands;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Claims;
using LegTracker.Dashboard.Writing.Edited;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.Dashboard.Tests.Writing;

public sealed class EditedDeckTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("edited-deck");

    private string File => Path.Combine(folder.FullName, "update.pptx");

    [Theory]
    [MemberData(nameof(PptxSegmentTests.Contents), MemberType = typeof(PptxSegmentTests))]
    public void A_deck_as_it_was_written_has_no_edits_and_is_not_kept(string name)
    {
        Build(PptxSegmentTests.Content(name));

        Assert.Empty(Compared());
        Assert.Null(EditedDeck.Keep(File));
    }

    [Fact]
    public void A_changed_an_added_and_a_removed_paragraph_are_told_with_slide_and_claim()
    {
        Build(PicturesTests.Content());
        Edit(deck =>
        {
            var law = deck.Slides()[2];
            var body = law.Slide.Descendants<D.Paragraph>().ToList();
            body.Single(paragraph => paragraph.InnerText.StartsWith("The Governor signed", StringComparison.Ordinal)).Descendants<D.Text>().First().Text = "The Governor signed it on September 29, 2024.";
            var missing = body.First(paragraph => paragraph.InnerText.StartsWith("[text missing: what", StringComparison.Ordinal));
            missing.InsertAfterSelf(new D.Paragraph(new D.Run(new D.Text("Sites may no longer host such pictures."))));
            missing.Remove();
        });

        var edits = Compared();

        Assert.All(edits, edit => Assert.Equal(("slide 3", false), (edit.Place, edit.InNotes)));
        var changed = Assert.Single(edits, edit => edit.Kind == EditKind.Changed);
        Assert.Equal("The Governor signed it on September 29, 2024; it is Chapter 926 of the Statutes of 2024.", changed.Before);
        Assert.Equal(changed.Before, Claims().Single(claim => claim.Id == changed.Claim).Texts[0]);
        Assert.Equal("Sites may no longer host such pictures.", Assert.Single(edits, edit => edit.Kind == EditKind.Added).After);
        Assert.Equal("[text missing: what it does]", Assert.Single(edits, edit => edit.Kind == EditKind.Removed).Before);
    }

    [Fact]
    public void Words_in_notes_cells_and_pictures_count_too()
    {
        Build(PicturesTests.Content());
        Edit(deck =>
        {
            void Change(IEnumerable<D.Text> texts, string from, string to) => texts.First(text => text.Text.Contains(from, StringComparison.Ordinal)).Text = to;
            Change(deck.Slides()[1].NotesSlidePart!.NotesSlide.Descendants<D.Text>(), "As of", "As of today");
            Change(deck.Slides()[3].Slide.Descendants<D.TableCell>().SelectMany(cell => cell.Descendants<D.Text>()), "In committee", "In committee; hearing moved");
            Change(deck.Slides()[2].Slide.Descendants<P.GroupShape>().SelectMany(group => group.Descendants<D.Text>()), "not checked", "checked");
        });

        Assert.Equal(["notes of slide 2", "slide 3", "slide 4"], Compared().Select(edit => edit.Place).Distinct().Order());
    }

    [Fact]
    public void Slides_that_moved_are_found_again_and_one_that_is_gone_or_new_is_told()
    {
        Build(PicturesTests.Content());
        Edit(deck =>
        {
            var slides = deck.PresentationPart!.Presentation.SlideIdList!;
            var law = slides.Elements<P.SlideId>().ElementAt(2);
            law.Remove();
            slides.Append(law);
        });
        Assert.Empty(Compared());

        Edit(deck => deck.PresentationPart!.Presentation.SlideIdList!.Elements<P.SlideId>().ElementAt(1).Remove());

        var edits = Compared();
        Assert.Contains(edits, edit => edit.Kind == EditKind.Removed && edit.Before == "At a glance");
        Assert.All(edits, edit => Assert.Contains("slide 2 as written, which is gone", edit.Place, StringComparison.Ordinal));
    }

    [Fact]
    public void An_edited_deck_is_kept_with_its_claims_under_a_free_name_each_time()
    {
        Build(PicturesTests.Content());
        Edit(deck => deck.Slides()[0].Slide.Descendants<D.Text>().First().Text = "Our update");
        var edited = System.IO.File.ReadAllBytes(File);

        var first = EditedDeck.Keep(File);
        var second = EditedDeck.Keep(File);

        Assert.Equal(Path.Combine(folder.FullName, "update.edited.pptx"), first);
        Assert.Equal(Path.Combine(folder.FullName, "update.edited-2.pptx"), second);
        Assert.Equal(edited, System.IO.File.ReadAllBytes(first!));
        Assert.Equal(System.IO.File.ReadAllBytes(File + ClaimsFile.Extension), System.IO.File.ReadAllBytes(first + ClaimsFile.Extension));
        Assert.Equal(edited, System.IO.File.ReadAllBytes(File));
    }

    [Fact]
    public void A_file_that_is_no_deck_of_ours_is_kept_and_one_that_is_not_there_is_not()
    {
        Assert.Null(EditedDeck.Keep(File));

        System.IO.File.WriteAllText(File, "somebody's own");

        Assert.Equal("somebody's own", System.IO.File.ReadAllText(EditedDeck.Keep(File)!));
    }

    [Fact]
    public void Broken_files_are_said_to_be_broken()
    {
        Assert.Throws<FormatException>(() => DeckText.Read(new MemoryStream(Encoding.UTF8.GetBytes("no deck"))));
        Assert.Throws<FormatException>(() => DeckRecord.Read(Encoding.UTF8.GetBytes("{")));
        Assert.Throws<FormatException>(() => DeckRecord.Read(Encoding.UTF8.GetBytes("[]")));
        Assert.Throws<FormatException>(() => DeckRecord.Read(Encoding.UTF8.GetBytes("""{"schema":"legtracker-claims/1","claims":[]}""")));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private void Build(SegmentContent content)
    {
        var prepared = WrittenSegment.Prepared(content);
        var made = WrittenSegment.Of("pptx", prepared);
        System.IO.File.WriteAllBytes(File, made.Bytes);
        System.IO.File.WriteAllBytes(File + ClaimsFile.Extension, ClaimsFile.Write(prepared, "update.pptx", "pptx", "", made.Claims, made.Bytes));
    }

    private void Edit(Action<PresentationDocument> edit)
    {
        using var deck = PresentationDocument.Open(File, isEditable: true);
        edit(deck);
    }

    private ImmutableArray<DeckEdit> Compared()
    {
        var record = DeckRecord.Read(System.IO.File.ReadAllBytes(File + ClaimsFile.Extension));
        return DeckComparison.Of(record.Slides, DeckText.Read(new MemoryStream(System.IO.File.ReadAllBytes(File))), record.Claims);
    }

    private ImmutableArray<RecordedClaim> Claims() => DeckRecord.Read(System.IO.File.ReadAllBytes(File + ClaimsFile.Extension)).Claims;
}
