using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.Edited;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Tests.Writing;

/// <summary>Office files that were made to fill memory, to hang or to break out: refused with a sentence, in bounded time and memory.</summary>
public sealed class HostileTemplateTests : IDisposable
{
    private const string Laughs = """
        <?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
        <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;"><!ENTITY g "&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;"><!ENTITY h "&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;">]><x>&h;</x>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("legtracker-hostile").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("parts", "has 6,0")]
    [InlineData("bytes", "unpacks to more than 400 MB")]
    [InlineData("long part", "has a part “ppt/theme/theme1.xml” with more than 20 MB of XML")]
    [InlineData("part that says it is short", "has a part “ppt/theme/theme1.xml” that is no XML of an Office program")]
    [InlineData("together", "has more than 100 MB of XML")]
    [InlineData("deep part", "has a part “ppt/slideLayouts/slideLayout2.xml” with more than 200,000 elements, or 250 one in another")]
    [InlineData("many elements", "has a part “ppt/slideLayouts/slideLayout2.xml” with more than 200,000 elements, or 250 one in another")]
    [InlineData("up", "has a part named “../../evil.txt”, which would lie outside of it")]
    [InlineData("up inside", "has a part named “ppt/../../evil.txt”, which would lie outside of it")]
    [InlineData("up on Windows", @"has a part named “..\..\evil.txt”, which would lie outside of it")]
    [InlineData("root", "has a part named “/etc/evil.txt”, which would lie outside of it")]
    [InlineData("drive", "has a part named “C:/evil.txt”, which would lie outside of it")]
    [InlineData("twice", "has two parts named “ppt/presentation.xml”")]
    [InlineData("laughs ppt/theme/theme1.xml", "has a part “ppt/theme/theme1.xml” that is no XML of an Office program: it is broken, or declares a document type of its own (DTD)")]
    [InlineData("laughs ppt/presentation.xml", "declares a document type of its own (DTD)")]
    [InlineData("laughs ppt/slideMasters/slideMaster1.xml", "declares a document type of its own (DTD)")]
    [InlineData("laughs [Content_Types].xml", "declares a document type of its own (DTD)")]
    [InlineData("laughs _rels/.rels", "declares a document type of its own (DTD)")]
    [InlineData("laughs ppt/_rels/presentation.xml.rels", "declares a document type of its own (DTD)")]
    [InlineData("laughs docProps/core.xml", "declares a document type of its own (DTD)")]
    [InlineData("laughs customXml/item1.xml", "declares a document type of its own (DTD)")]
    public void A_hostile_template_is_refused_with_a_sentence_in_bounded_time_and_memory(string kind, string sentence)
    {
        var path = Path.Combine(folder, "hostile.pptx");
        File.WriteAllBytes(path, Made(kind));
        var (allocated, began) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.GetTimestamp());

        var template = Assert.Throws<FormatException>(() => TemplateFile.Read(path).With(_ => true));
        var deck = Assert.Throws<FormatException>(() => DeckText.ReadEdited(new MemoryStream(File.ReadAllBytes(path))));
        var document = Assert.Throws<FormatException>(() => DocumentText.Read(path));

        Assert.StartsWith($"{path} ", template.Message, StringComparison.Ordinal);
        Assert.All(new[] { template.Message, deck.Message, document.Message }, message => Assert.Contains(sentence, message, StringComparison.Ordinal));
        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 30);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 200_000_000);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Theory]
    [InlineData(20_000, 0, true)]
    [InlineData(50, 25_000, false)]
    public void Thousands_of_placeholders_are_refused_and_thousands_of_shapes_behind_some_are_looked_at_once(int placeholders, int shapes, bool isRefused)
    {
        const string name = "ppt/slideLayouts/slideLayout2.xml";
        using var memory = new MemoryStream();
        memory.Write(Templates.Bytes("own"));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var reader = new StreamReader(zip.GetEntry(name)!.Open());
            var layout = reader.ReadToEnd();
            reader.Dispose();
            const string end = "</p:spTree>";
            var more = string.Concat(Enumerable.Range(0, placeholders).Select(id => $"<p:sp><p:nvSpPr><p:cNvPr id=\"{id + 100}\" name=\"x\"/><p:cNvSpPr/><p:nvPr><p:ph type=\"body\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>"))
                + string.Concat(Enumerable.Range(0, shapes).Select(id => $"<p:sp><p:spPr><a:xfrm><a:off x=\"{id}\" y=\"0\"/><a:ext cx=\"6096000\" cy=\"6858000\"/></a:xfrm><a:solidFill><a:schemeClr val=\"bg1\"/></a:solidFill></p:spPr></p:sp>"));
            Put(zip, name, layout.Replace(end, more + end, StringComparison.Ordinal));
        }

        var began = Stopwatch.GetTimestamp();
        var read = Record.Exception(() => new TemplateFile("many.pptx", memory.ToArray()).With(document => TemplateCheck.Of(SlideTemplate.Read(document.PresentationPart!))));

        if (isRefused)
        {
            Assert.Matches(@"^The template's layout “Title and Content” has 20,\d+ placeholders, more than slides can have \(60\): remove it in PowerPoint", Assert.IsType<FormatException>(read).Message);
        }
        else
        {
            Assert.Null(read);
        }

        Assert.InRange(Stopwatch.GetElapsedTime(began).TotalSeconds, 0, 30);
    }

    [Fact]
    public void A_template_with_nothing_wrong_is_looked_over_and_read()
    {
        using var package = new MemoryStream(Templates.Bytes("old-slides"));

        Assert.Null(OfficePackage.Fault(package));
    }

    private static byte[] Made(string kind)
    {
        using var memory = new MemoryStream();
        memory.Write(Templates.Bytes("own"));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            switch (kind.Split(' ')[0])
            {
                case "parts":
                    for (var part = 0; part < 6_000; part++)
                    {
                        zip.CreateEntry(FormattableString.Invariant($"ppt/media/image{part}.png"));
                    }

                    break;
                case "bytes":
                    Zeros(zip.CreateEntry("ppt/media/film.mp4", CompressionLevel.Fastest), 401_000_000);
                    break;
                case "long" or "part":
                    Put(zip, "ppt/theme/theme1.xml", $"<x>{new string(' ', 30_000_000)}</x>");
                    break;
                case "together":
                    for (var part = 0; part < 6; part++)
                    {
                        Put(zip, FormattableString.Invariant($"customXml/item{part}.xml"), $"<x>{new string(' ', 18_000_000)}</x>");
                    }

                    break;
                case "deep":
                    Put(zip, "ppt/slideLayouts/slideLayout2.xml", string.Concat(Enumerable.Repeat("<x>", 100_000)) + string.Concat(Enumerable.Repeat("</x>", 100_000)));
                    break;
                case "many":
                    Put(zip, "ppt/slideLayouts/slideLayout2.xml", $"<x>{string.Concat(Enumerable.Repeat("<y/>", 300_000))}</x>");
                    break;
                case "laughs":
                    Put(zip, kind["laughs ".Length..], Laughs);
                    break;
                default:
                    Put(zip, kind switch { "up" => "../../evil.txt", "up inside" => "ppt/../../evil.txt", "up on Windows" => @"..\..\evil.txt", "root" => "/etc/evil.txt", "drive" => "C:/evil.txt", _ => "PPT/presentation.xml" }, "<x/>");
                    break;
            }
        }

        return kind == "part that says it is short" ? Short(memory.ToArray()) : memory.ToArray();
    }

    private static void Put(ZipArchive zip, string name, string text)
    {
        zip.GetEntry(name)?.Delete();
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private static void Zeros(ZipArchiveEntry entry, int count)
    {
        using var stream = entry.Open();
        var block = new byte[1_000_000];
        for (var written = 0; written < count; written += block.Length)
        {
            stream.Write(block);
        }
    }

    /// <summary>The central directory says 1,000 bytes of the theme, whatever it unpacks to.</summary>
    private static byte[] Short(byte[] package)
    {
        var name = Encoding.ASCII.GetBytes("ppt/theme/theme1.xml");
        for (var at = 0; at < package.Length - 46 - name.Length; at++)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(package.AsSpan(at)) == 0x02014B50 && package.AsSpan(at + 46, name.Length).SequenceEqual(name))
            {
                BinaryPrimitives.WriteUInt32LittleEndian(package.AsSpan(at + 24), 1_000);
            }
        }

        return package;
    }
}
