using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using D = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Slides that were built, edited by a person or saved by another program, and read back by the real command.</summary>
[Collection(SegmentFilesWorld.Shared)]
public sealed class CompareTests(SegmentFilesWorld files)
{
    private const string Said = "AB 1831 is law, in effect since January 1, 2025.";
    private const string Now = "AB 1831 is law, in effect since the new year.";

    [Fact]
    public async Task What_a_person_changed_added_and_removed_is_told_by_slide_and_claim_and_what_only_moved_is_not()
    {
        var deck = Copy("edited");
        Assert.Equal((0, "Nothing was changed by hand in " + deck + "."), await ComparedAsync(deck));
        string gone = "", notes = "";
        using (var edited = PresentationDocument.Open(deck, isEditable: true))
        {
            var part = edited.PresentationPart!;
            var slides = Slides(part);
            Change(slides.SelectMany(slide => slide.Slide.Descendants<D.Paragraph>()).First(paragraph => paragraph.InnerText.Contains(Said, StringComparison.Ordinal)), Said, Now);
            var spoken = slides[0].NotesSlidePart!.NotesSlide.Descendants<D.Text>().First(text => text.Text.StartsWith("Time: ", StringComparison.Ordinal));
            notes = spoken.Text;
            spoken.Text += " Ada welcomes everybody.";
            gone = Paragraphs(slides[1].Slide).First();

            var ids = part.Presentation.SlideIdList!;
            var own = part.AddNewPart<SlidePart>("rIdOwn");
            own.Slide = (P.Slide)slides[0].Slide.CloneNode(true);
            own.AddPart(slides[0].SlideLayoutPart!, "rIdLayout");
            Retitle(own.Slide, "Thank you", "Questions to Ada");
            ids.Append(new P.SlideId { Id = 900, RelationshipId = "rIdOwn" });
            ids.Elements<P.SlideId>().ElementAt(1).Remove();
            var last = ids.Elements<P.SlideId>().ElementAt(ids.Count() - 2);
            last.Remove();
            ids.InsertAt(last, 1);
        }

        var (exit, said) = await ComparedAsync(deck);
        var json = await files.World.RunAsync("segment", "compare", deck, "--json");
        var edits = json.Output.Select(line => JsonDocument.Parse(line).RootElement).ToList();

        Assert.Equal((5, 5), (exit, json.ExitCode));
        var changed = Assert.Single(edits, edit => Kind(edit) == "changed" && !edit.GetProperty("notes").GetBoolean());
        Assert.Contains(Said, changed.GetProperty("before").GetString(), StringComparison.Ordinal);
        Assert.Contains(Now, changed.GetProperty("after").GetString(), StringComparison.Ordinal);
        var claim = files.Claims["pptx"].GetProperty("claims").EnumerateArray().Single(one => one.GetProperty("id").GetString() == changed.GetProperty("claim").GetString());
        Assert.Contains(Said, claim.GetProperty("text").GetString(), StringComparison.Ordinal);
        var spokenEdit = Assert.Single(edits, edit => Kind(edit) == "changed" && edit.GetProperty("notes").GetBoolean());
        Assert.Equal((1, notes, notes + " Ada welcomes everybody."), (spokenEdit.GetProperty("slide").GetInt32(), spokenEdit.GetProperty("before").GetString(), spokenEdit.GetProperty("after").GetString()));
        Assert.Equal(["Thank you", "Questions to Ada"], edits.Where(edit => Kind(edit) == "added").Select(edit => edit.GetProperty("after").GetString()).Where(text => text is "Thank you" or "Questions to Ada"));
        Assert.All(edits.Where(edit => Kind(edit) == "added"), edit => Assert.Equal(0, edit.GetProperty("was").GetInt32()));
        Assert.Contains(edits, edit => Kind(edit) == "removed" && edit.GetProperty("before").GetString() == gone);
        Assert.All(edits.Where(edit => Kind(edit) == "removed"), edit => Assert.Equal((0, 2), (edit.GetProperty("slide").GetInt32(), edit.GetProperty("was").GetInt32())));

        Assert.Contains("  before: " + changed.GetProperty("before").GetString(), said, StringComparison.Ordinal);
        Assert.Contains("  after:  " + changed.GetProperty("after").GetString(), said, StringComparison.Ordinal);
        Assert.Contains("notes of slide 1: changed", said, StringComparison.Ordinal);
        Assert.Contains("slide 2 as written, which is gone: removed", said, StringComparison.Ordinal);
        Assert.Contains(", which is new: added", said, StringComparison.Ordinal);
        Assert.EndsWith($"{edits.Count} paragraphs changed by hand in {deck}.", said, StringComparison.Ordinal);
    }

    [OfficeFact]
    public async Task Slides_that_LibreOffice_saved_anew_without_an_edit_have_no_changed_word()
    {
        var deck = Copy("saved");
        var folder = Directory.CreateDirectory(Path.Combine(files.World.Folder, "saved-by-office")).FullName;

        using var office = Program.Other("soffice", "--headless", $"-env:UserInstallation=file://{files.World.Folder}/office-compare", "--convert-to", "pptx:Impress MS PowerPoint 2007 XML", "--outdir", folder, deck);
        Assert.Equal(0, await office.ExitAsync(120));
        var saved = Path.Combine(folder, Path.GetFileName(deck));
        Assert.NotEqual(await File.ReadAllBytesAsync(deck), await File.ReadAllBytesAsync(saved));

        Assert.Equal((0, $"Nothing was changed by hand in {saved}."), await ComparedAsync(saved, "--claims", deck + ".claims.json"));

        using (var edited = PresentationDocument.Open(saved, isEditable: true))
        {
            Change(Slides(edited.PresentationPart!).SelectMany(slide => slide.Slide.Descendants<D.Paragraph>()).First(paragraph => paragraph.InnerText.Contains(Said, StringComparison.Ordinal)), Said, Now);
        }

        var (exit, said) = await ComparedAsync(saved, "--claims", deck + ".claims.json");
        Assert.Equal(5, exit);
        Assert.EndsWith($"1 paragraph changed by hand in {saved}.", said, StringComparison.Ordinal);
        Assert.Contains(Now, said, StringComparison.Ordinal);
    }

    private async Task<(int ExitCode, string Said)> ComparedAsync(string deck, params string[] more)
    {
        var (exit, output, errors) = await files.World.RunAsync(["segment", "compare", deck, .. more]);
        return (exit, string.Join('\n', output.Concat(errors)));
    }

    private string Copy(string name)
    {
        var deck = Path.Combine(files.World.Folder, $"{name}.pptx");
        File.Copy(files["pptx"], deck);
        File.Copy(files["pptx"] + ".claims.json", deck + ".claims.json");
        return deck;
    }

    private static string? Kind(JsonElement edit) => edit.GetProperty("kind").GetString();

    private static List<SlidePart> Slides(PresentationPart part) =>
        [.. part.Presentation.SlideIdList!.Elements<P.SlideId>().Select(id => (SlidePart)part.GetPartById(id.RelationshipId!))];

    private static IEnumerable<string> Paragraphs(OpenXmlElement slide) => slide.Descendants<D.Paragraph>().Select(paragraph => paragraph.InnerText).Where(text => text.Length > 0);

    // The first run takes the whole paragraph, as when somebody types over it.
    private static void Change(D.Paragraph paragraph, string from, string to)
    {
        var text = paragraph.InnerText.Replace(from, to, StringComparison.Ordinal);
        foreach (var other in paragraph.Elements<D.Run>().Skip(1).ToList())
        {
            other.Remove();
        }

        paragraph.Elements<D.Run>().Single().Text!.Text = text;
    }

    private static void Retitle(P.Slide slide, string title, string subtitle)
    {
        var shapes = slide.Descendants<P.Shape>().ToList();
        shapes[0].Descendants<D.Text>().First().Text = title;
        var paragraphs = shapes[1].Descendants<D.Paragraph>().ToList();
        paragraphs[0].Descendants<D.Text>().First().Text = subtitle;
        paragraphs.Skip(1).ToList().ForEach(paragraph => paragraph.Remove());
    }
}
