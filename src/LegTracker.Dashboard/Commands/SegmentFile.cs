using System.Globalization;
using System.Text;
using LegTracker.Dashboard.Writing;
using LegTracker.V1;

namespace LegTracker.Dashboard.Commands;

/// <summary>A segment as a file of a format; a file that is there is never written over.</summary>
internal static class SegmentFile
{
    /// <summary>Writes it into the current folder under the first name that is free.</summary>
    /// <returns>The full path.</returns>
    /// <exception cref="CommandFault">The folder cannot be written.</exception>
    public static string WriteHere(Segment segment, string format)
    {
        var path = Path.GetFullPath(string.Create(CultureInfo.InvariantCulture, $"legislative-update-{segment.Until}.{format}"));
        for (var number = 2; File.Exists(path); number++)
        {
            path = Path.GetFullPath(string.Create(CultureInfo.InvariantCulture, $"legislative-update-{segment.Until}-{number}.{format}"));
        }

        FileWriting.Replace(path, stream => Write(format, segment, SegmentContentMapping.From(segment), stream));
        return path;
    }

    /// <param name="format">md, pptx or json.</param>
    public static void Write(string format, Segment segment, Model.SegmentContent content, Stream stream)
    {
        if (format == "pptx")
        {
            PptxSegment.Write(content, stream);
        }
        else
        {
            stream.Write(Encoding.UTF8.GetBytes(format == "md" ? MarkdownSegment.Write(content) : Google.Protobuf.JsonFormatter.Default.Format(segment) + "\n"));
        }
    }
}
