using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace LegTracker.Dashboard.Writing.Templates;

/// <summary>An organisation's template, read from its file into memory; the file itself is never written.</summary>
internal sealed class TemplateFile(string name, byte[] bytes)
{
    public const string Kinds = ".pptx or .potx";

    /// <summary>Bytes of a template as a file: more is no template, or was made to fill the memory.</summary>
    private const long MostBytes = 100_000_000;

    /// <exception cref="NotSupportedException">Another kind of file by its name.</exception>
    /// <exception cref="FormatException">Not what its name says, broken or too large.</exception>
    public static TemplateFile Read(string path)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is not (".PPTX" or ".POTX"))
        {
            throw new NotSupportedException($"{path} is no {Kinds} file: save the template as one of these.");
        }

        return new FileInfo(path).Length > MostBytes
            ? throw new FormatException($"{path} is larger than {MostBytes / 1_000_000} MB: leave pictures and films out of the template.")
            : new TemplateFile(path, File.ReadAllBytes(path));
    }

    /// <summary>What <paramref name="use"/> makes of the template, opened in memory as a presentation.</summary>
    /// <exception cref="FormatException">It is broken.</exception>
    public T With<T>(Func<PresentationDocument, T> use)
    {
        using var memory = new MemoryStream();
        memory.Write(bytes);
        return With(memory, use);
    }

    /// <summary>As above, and the stream then holds what was made of it.</summary>
    public T With<T>(MemoryStream memory, Func<PresentationDocument, T> use)
    {
        if (memory.Length == 0)
        {
            memory.Write(bytes);
        }

        try
        {
            Refuse(memory);
            memory.Position = 0;

            // Only what is saved by name is written: a part that was merely looked at stays as its template has it.
            using var document = PresentationDocument.Open(memory, isEditable: true, new OpenSettings { AutoSave = false });
            return document.PresentationPart is null ? throw new FormatException($"{name} holds no presentation.") : use(document);
        }
        catch (Exception fault) when (fault is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException or UriFormatException or EndOfStreamException or KeyNotFoundException)
        {
            throw new FormatException($"{name} cannot be read as a presentation: {fault.Message.TrimEnd('.')}. Open it in PowerPoint and save it again.", fault);
        }
    }

    private void Refuse(MemoryStream memory)
    {
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new FormatException($"{name} is an old .ppt file or has a password: save it as {Kinds} without a password.");
        }

        if (OfficePackage.Fault(memory) is { } fault)
        {
            throw new FormatException($"{name} cannot be read as a presentation: it {fault}. If you know who made it, open it in PowerPoint and save it again without films.");
        }

        using var zip = new ZipArchive(memory, ZipArchiveMode.Read, leaveOpen: true);
        if (zip.GetEntry("ppt/presentation.xml") is null && zip.Entries.Any(entry => entry.FullName.StartsWith("word/", StringComparison.Ordinal) || entry.FullName.StartsWith("xl/", StringComparison.Ordinal)))
        {
            throw new FormatException($"{name} is no presentation but another Office file that was renamed: choose a {Kinds} file.");
        }

        if (zip.Entries.Any(entry => entry.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
        {
            throw new FormatException($"{name} has macros, which slides must not carry on: save it in PowerPoint as {Kinds} without macros.");
        }

        foreach (var target in zip.Entries.Where(entry => IsKept(entry.FullName)).SelectMany(Linked))
        {
            throw new FormatException($"{name} shows “{PlainText.Of(target)}”, which is not in the file but linked: put the picture itself into the template (in PowerPoint: File, Info, Edit Links to Files, Break Link).");
        }
    }

    // Old slides go, and what they link to.
    private static bool IsKept(string entry) => entry.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)
        && !entry.StartsWith("ppt/slides/", StringComparison.OrdinalIgnoreCase) && !entry.StartsWith("ppt/notesSlides/", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a part shows from outside the file; a hyperlink is followed by a reader only.</summary>
    private static List<string> Linked(ZipArchiveEntry relations)
    {
        using var stream = relations.Open();
        return [.. SlideXml.Load(stream).Elements()
            .Where(relation => (string?)relation.Attribute("TargetMode") == "External" && ((string?)relation.Attribute("Type"))?.EndsWith("/hyperlink", StringComparison.Ordinal) != true)
            .Select(relation => (string?)relation.Attribute("Target") ?? "")];
    }
}
