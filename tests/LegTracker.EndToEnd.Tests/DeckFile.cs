using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;

namespace LegTracker.EndToEnd.Tests;

/// <summary>Produced files as other programs see them.</summary>
internal static partial class DeckFile
{
    /// <summary>All that a file says, whether it is a package of XML or text, with single spaces.</summary>
    public static string Said(string file)
    {
        if (Path.GetExtension(file) is not (".pptx" or ".docx"))
        {
            return Plain(File.ReadAllText(file));
        }

        using var zip = ZipFile.OpenRead(file);
        return string.Join(' ', zip.Entries.Where(entry => Texts().IsMatch(entry.FullName)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return Plain(ParagraphEnd().Replace(reader.ReadToEnd(), " "));
        }));
    }

    /// <summary>A deck made an organisation's own template: with its slides still inside, other layout names and another accent colour.</summary>
    public static void MakeTemplate(string deck, string template)
    {
        File.Copy(deck, template);
        using var document = PresentationDocument.Open(template, isEditable: true);
        var master = document.PresentationPart!.SlideMasterParts.Single();
        foreach (var layout in master.SlideLayoutParts)
        {
            layout.SlideLayout.CommonSlideData!.Name = "County " + layout.SlideLayout.CommonSlideData.Name;
        }

        master.ThemePart!.Theme.Name = "County of Example";
        if (Path.GetExtension(template) == ".potx")
        {
            document.ChangeDocumentType(PresentationDocumentType.Template);
        }
    }

    public static (PresentationDocumentType Type, IReadOnlyList<string> Layouts, string Theme, int Slides) Look(string deck)
    {
        using var document = PresentationDocument.Open(deck, isEditable: false);
        var part = document.PresentationPart!;
        return (document.DocumentType, [.. part.SlideParts.Select(slide => slide.SlideLayoutPart!.SlideLayout.CommonSlideData!.Name!.Value!)], part.SlideMasterParts.Single().ThemePart!.Theme.Name!.Value!, part.Presentation.SlideIdList!.Elements<P.SlideId>().Count());
    }

    private static string Plain(string text) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(text, "")), " ");

    [GeneratedRegex(@"^(ppt/(slides|notesSlides)/|word/(document|footer))")]
    private static partial Regex Texts();

    [GeneratedRegex("</(a|w):p>")]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
