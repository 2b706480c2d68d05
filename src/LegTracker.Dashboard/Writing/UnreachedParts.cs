using System.IO.Compression;
using System.Xml.Linq;

namespace LegTracker.Dashboard.Writing;

/// <summary>Parts of a package that no relationship leads to: left over from removed slides, or from the program that wrote a template.</summary>
internal static class UnreachedParts
{
    /// <returns>Their names in the zip, and those of their relationships.</returns>
    public static IReadOnlySet<string> Of(ZipArchive package)
    {
        var names = package.Entries.Select(entry => entry.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "[Content_Types].xml" };
        var open = new Stack<string>([""]);
        while (open.TryPop(out var part))
        {
            var relations = RelationsOf(part);
            if (!names.Contains(relations) || !reached.Add(relations))
            {
                continue;
            }

            using var stream = package.Entries.First(entry => entry.FullName.Equals(relations, StringComparison.OrdinalIgnoreCase)).Open();
            foreach (var relation in XDocument.Load(stream).Root!.Elements().Where(relation => (string?)relation.Attribute("TargetMode") != "External"))
            {
                var target = new Uri(new Uri($"package:///{part}"), (string?)relation.Attribute("Target") ?? "").AbsolutePath.TrimStart('/');
                reached.Add(target = Uri.UnescapeDataString(target));
                open.Push(target);
            }
        }

        names.ExceptWith(reached);
        return names;
    }

    private static string RelationsOf(string part)
    {
        var folder = part.LastIndexOf('/') + 1;
        return $"{part[..folder]}_rels/{part[folder..]}.rels";
    }
}
