using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace LegTracker.Dashboard.Writing;

/// <summary>Writes a package again so that equal content gives equal bytes: sorted entries, one fixed time, fixed ids of the root relationships.</summary>
internal static class FixedPackage
{
    private const string RootRelations = "_rels/.rels";
    private const string ContentTypes = "[Content_Types].xml";

    /// <summary>The earliest time a zip entry can carry.</summary>
    private static readonly DateTimeOffset EntryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Copy(Stream package, Stream target)
    {
        using var output = new MemoryStream();
        using (var from = new ZipArchive(package, ZipArchiveMode.Read, leaveOpen: true))
        using (var to = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            var unreached = UnreachedParts.Of(from);
            foreach (var entry in from.Entries.Where(entry => !unreached.Contains(entry.FullName)).OrderBy(entry => entry.FullName == ContentTypes ? 0 : entry.FullName == RootRelations ? 1 : 2).ThenBy(entry => entry.FullName, StringComparer.Ordinal))
            {
                var written = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                written.LastWriteTime = EntryTime;
                using var source = entry.Open();
                using var copy = written.Open();
                if (entry.FullName == RootRelations)
                {
                    copy.Write(WithFixedIds(source));
                }
                else if (entry.FullName == ContentTypes && unreached.Count > 0)
                {
                    copy.Write(Without(source, unreached));
                }
                else
                {
                    source.CopyTo(copy);
                }
            }
        }

        output.Position = 0;
        output.CopyTo(target);
    }

    private static byte[] Without(Stream types, IReadOnlySet<string> unreached)
    {
        var document = XDocument.Load(types);
        document.Root!.Elements().Where(type => unreached.Contains(((string?)type.Attribute("PartName") ?? "").TrimStart('/'))).ToList().ForEach(type => type.Remove());
        return Bytes(document.Root);
    }

    private static byte[] WithFixedIds(Stream relations)
    {
        var document = XDocument.Load(relations);
        var sorted = document.Root!.Elements().OrderBy(relation => (string?)relation.Attribute("Target"), StringComparer.Ordinal).ToList();
        for (var index = 0; index < sorted.Count; index++)
        {
            sorted[index].SetAttributeValue("Id", $"rId{index + 1}");
        }

        document.Root.ReplaceNodes(sorted);
        return Bytes(document.Root);
    }

    private static byte[] Bytes(XElement root) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{root.ToString(SaveOptions.DisableFormatting)}");
}
