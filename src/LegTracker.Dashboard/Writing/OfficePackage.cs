using System.IO.Compression;
using System.Xml;

namespace LegTracker.Dashboard.Writing;

/// <summary>Looks an Office file from outside over before any of it is read: what was made to fill memory, to hang or to break out is refused.</summary>
internal static class OfficePackage
{
    /// <summary>Bytes of all parts, unpacked.</summary>
    private const long MostUnpacked = 400_000_000;

    private const int MostParts = 5_000;
    private const int MostXml = 20_000_000;
    private const int MostXmlTogether = 100_000_000;
    private const int MostElements = 200_000;
    private const int MostDepth = 250;

    // The sizes that a package tells bound what is unpacked: the rest of a longer part is not read.
    private static readonly XmlReaderSettings Safe = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostXml };

    /// <returns>What is wrong with it, as the end of a sentence: "has 12,000 parts …"; null when nothing is.</returns>
    /// <exception cref="InvalidDataException">It is no package at all.</exception>
    public static string? Fault(Stream package)
    {
        package.Position = 0;
        using var zip = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.Count > MostParts ? FormattableString.Invariant($"has {zip.Entries.Count:#,0} parts, more than any Office file ({MostParts:#,0})")
            : zip.Entries.Sum(entry => entry.Length) > MostUnpacked ? FormattableString.Invariant($"unpacks to more than {MostUnpacked / 1_000_000} MB")
            : zip.Entries.FirstOrDefault(entry => IsOutside(entry.FullName)) is { } outside ? $"has a part named “{PlainText.Of(outside.FullName)}”, which would lie outside of it"
            : zip.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"has two parts named “{PlainText.Of(twice.Key)}”"
            : zip.Entries.Where(IsXml).Sum(entry => entry.Length) > MostXmlTogether ? FormattableString.Invariant($"has more than {MostXmlTogether / 1_000_000} MB of XML")
            : zip.Entries.Where(IsXml).Select(Fault).OfType<string>().FirstOrDefault();
    }

    private static bool IsXml(ZipArchiveEntry entry) => Path.GetExtension(entry.Name).ToLowerInvariant() is ".xml" or ".rels";

    private static bool IsOutside(string name) => name.StartsWith('/') || name.AsSpan().ContainsAny('\\', ':', '\0') || name.Split('/').Contains("..");

    private static string? Fault(ZipArchiveEntry part)
    {
        var name = PlainText.Of(part.FullName);
        if (part.Length > MostXml)
        {
            return $"has a part “{name}” with more than {MostXml / 1_000_000} MB of XML";
        }

        try
        {
            using var stream = part.Open();
            using var reader = XmlReader.Create(stream, Safe);
            for (var elements = 0; reader.Read();)
            {
                if (reader.Depth > MostDepth || (reader.NodeType == XmlNodeType.Element && ++elements > MostElements))
                {
                    return FormattableString.Invariant($"has a part “{name}” with more than {MostElements:#,0} elements, or {MostDepth} one in another");
                }
            }

            return null;
        }
        catch (XmlException)
        {
            return $"has a part “{name}” that is no XML of an Office program: it is broken, or declares a document type of its own (DTD)";
        }
    }
}
