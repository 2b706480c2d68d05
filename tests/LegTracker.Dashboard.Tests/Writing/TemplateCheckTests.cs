using System.IO.Compression;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>T1: what the check says of a template.</summary>
public sealed class TemplateCheckTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-template").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Our_own_template_is_usable_without_a_word()
    {
        var (template, check) = Check("own");

        Assert.Equal(("USABLE", 0, 0), (check.Verdict, check.Faults.Length, check.Warnings.Length));
        Assert.Equal([100, 100, 100], Enum.GetValues<DeckLayout>().Select(kind => template.Score(template.Of(kind), kind)));
        Assert.All(check.Contrasts, contrast => Assert.True(contrast.Ratio >= TemplateCheck.LeastContrast, contrast.What));
    }

    [Theory]
    [InlineData("four-three")]
    [InlineData("other-order")]
    [InlineData("one-layout-for-both")]
    public void Layouts_are_chosen_by_what_they_hold(string name)
    {
        var (template, check) = Check(name);

        Assert.Empty(check.Faults);
        Assert.Equal("ctrTitle", template.Of(DeckLayout.TitleSlide).Title!.Type);
        Assert.Equal("title", template.Of(DeckLayout.TitleAndContent).Title!.Type);
        Assert.Equal(name == "one-layout-for-both" ? "obj" : "tbl", template.Main(DeckLayout.TitleAndTable).Type);
    }

    [Theory]
    [InlineData("no-footer", "has no footer that can be used")]
    [InlineData("no-footer", "has no slide number that can be used")]
    [InlineData("no-notes-master", "It has no notes master")]
    [InlineData("old-slides", "slide(s) of its own")]
    [InlineData("faint-footer", "is faint (2.3:1)")]
    public void What_the_slides_mend_is_a_warning(string name, string warning)
    {
        var (_, check) = Check(name);

        Assert.Equal("USABLE WITH WARNINGS", check.Verdict);
        Assert.Contains(check.Warnings, line => line.Contains(warning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dark-with-black-text", "Text on layout “Title and Content”: a contrast of 1.1:1, at least 4.5:1 is needed. Change the text's colour")]
    [InlineData("dark-with-black-text", "Links on layout “Title and Content”: a contrast of ")]
    [InlineData("no-table-layout", "No layout has a title and room for a table under it: add a layout")]
    [InlineData("titles-off-the-slide", "No layout can hold a title slide: add a layout")]
    public void What_nobody_could_read_is_refused_with_what_to_change(string name, string fault)
    {
        var (_, check) = Check(name);

        Assert.Equal("NOT USABLE", check.Verdict);
        Assert.Contains(check.Faults, line => line.StartsWith(fault, StringComparison.Ordinal));
        var refused = Assert.Throws<UnusableTemplateException>(() => Decks.Bytes(SegmentSamples.March2025(), Templates.File(name)));
        Assert.Equal(check.Faults.ToList(), refused.Check.Faults.ToList());
    }

    [Theory]
    [InlineData("000000", "FFFFFF", 21)]
    [InlineData("777777", "FFFFFF", 4.48)]
    [InlineData("FF0000", "FFFFFF", 4.0)]
    public void Contrast_is_that_of_WCAG(string one, string other, double expected)
    {
        Rgb Of(string color) => new ThemeColors(null, null).Of(new System.Xml.Linq.XElement("fill", new System.Xml.Linq.XElement(SlideXml.A + "srgbClr", new System.Xml.Linq.XAttribute("val", color))))!.Value;

        Assert.Equal(expected, Rgb.Contrast(Of(one), Of(other)), 0.01);
    }

    [Fact]
    public void Another_kind_of_file_a_renamed_one_a_broken_one_and_an_old_one_are_told_apart()
    {
        Assert.Contains(".pptx or .potx", Assert.Throws<NotSupportedException>(() => TemplateFile.Read(Save("a.odp", [1]))).Message, StringComparison.Ordinal);
        Assert.Contains("save it again", Broken("broken.pptx", Templates.Bytes("own")[..5000]), StringComparison.Ordinal);
        Assert.Contains("cannot be read as a presentation", Broken("empty.pptx", []), StringComparison.Ordinal);
        Assert.Contains("another Office file that was renamed", Broken("word.pptx", Word()), StringComparison.Ordinal);
        Assert.Contains("an old .ppt file or has a password", Broken("old.pptx", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), StringComparison.Ordinal);
        Assert.Contains("cannot be read as a presentation", Broken("bad-part.pptx", WithBrokenMaster()), StringComparison.Ordinal);
    }

    [Fact]
    public void Macros_and_linked_pictures_are_refused_with_what_to_do_and_a_picture_behind_text_is_not_checked()
    {
        const string picture = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image";
        var address = new Uri("https://example.test/logo.png");
        byte[] Linked(Action<DocumentFormat.OpenXml.Packaging.SlideLayoutPart> link) => Templates.Changed(document => link(document.PresentationPart!.SlideMasterParts.Single().SlideLayoutParts.First()));

        Assert.Contains("a plain colour", Picture(), StringComparison.Ordinal);
        Assert.Contains("has macros", Broken("macros.pptx", With("ppt/vbaProject.bin")), StringComparison.Ordinal);
        Assert.Contains("holds no presentation", Broken("other.pptx", Zip("other.txt")), StringComparison.Ordinal);
        Assert.Contains("shows “https://example.test/logo.png”, which is not in the file but linked", Broken("linked.pptx", Linked(layout => layout.AddExternalRelationship(picture, address, "rIdOutside"))), StringComparison.Ordinal);
        Assert.Equal(3, new TemplateFile("links.pptx", Linked(layout => layout.AddHyperlinkRelationship(address, isExternal: true, "rIdOutside"))).With(document => SlideTemplate.Read(document.PresentationPart!)).Chosen.Count);
    }

    private static string Picture() => string.Join('\n', new TemplateFile("picture.pptx", Templates.Changed(document =>
    {
        var background = document.PresentationPart!.SlideMasterParts.Single().SlideMaster.CommonSlideData!.Background!;
        var fill = background.Descendants<DocumentFormat.OpenXml.Drawing.SolidFill>().Single();
        fill.Parent!.ReplaceChild(new DocumentFormat.OpenXml.Drawing.BlipFill(), fill);
    })).With(document => TemplateCheck.Of(SlideTemplate.Read(document.PresentationPart!))).Warnings);

    private static byte[] Zip(string entry)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry(entry);
        }

        return memory.ToArray();
    }

    private static byte[] With(string name)
    {
        using var memory = new MemoryStream();
        memory.Write(Templates.Bytes("own"));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry(name);
        }

        return memory.ToArray();
    }

    private string Broken(string name, byte[] bytes) => Assert.Throws<FormatException>(() =>
        TemplateFile.Read(Save(name, bytes)).With(document => SlideTemplate.Read(document.PresentationPart!))).Message;

    private string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Word()
    {
        var written = WrittenSegment.Of("docx", WrittenSegment.Prepared(SegmentSamples.Empty()));
        return written.Bytes;
    }

    private static byte[] WithBrokenMaster()
    {
        using var memory = new MemoryStream();
        memory.Write(Templates.Bytes("own"));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(one => one.FullName.StartsWith("ppt/slideMasters/slideMaster", StringComparison.Ordinal) && one.FullName.EndsWith(".xml", StringComparison.Ordinal));
            using var stream = entry.Open();
            stream.SetLength(300);
        }

        return memory.ToArray();
    }

    private static (SlideTemplate Template, TemplateCheck Check) Check(string name) => Templates.File(name).With(document =>
    {
        var template = SlideTemplate.Read(document.PresentationPart!);
        return (template, TemplateCheck.Of(template));
    });
}
