namespace LegTracker.Dashboard.Commands;

/// <summary>A format of <c>segment build</c>.</summary>
/// <param name="Extensions">Of file names that choose it; the first is of a name made up.</param>
/// <param name="IsText">Whether it may go to stdout.</param>
internal sealed record SegmentFormat(string Name, string[] Extensions, bool IsText);

/// <summary>The formats, and which one is meant.</summary>
internal static class SegmentFormats
{
    public static IReadOnlyList<SegmentFormat> All { get; } =
    [
        new("md", [".md", ".markdown"], true),
        new("pptx", [".pptx"], false),
        new("docx", [".docx"], false),
        new("pdf", [".pdf"], false),
        new("html", [".html", ".htm"], true),
        new("txt", [".txt"], true),
        new("csv", [".csv"], true),
        new("ics", [".ics"], true),
        new("email", [".eml"], true),
        new("json", [".json"], true),
    ];

    public static string Names => string.Join(", ", All.Select(format => format.Name));

    /// <summary>The format and the file that a command's options mean: <c>-</c> is stdout, as when <c>--out</c> is left out.</summary>
    /// <exception cref="CommandFault">No such format, a file's name that chooses none, or a format that is no text for stdout.</exception>
    public static (SegmentFormat Format, string? File) Chosen(string? name, string? given)
    {
        var format = Of(name, given is "-" ? null : given);
        return given is not "-" ? (format, given)
            : format.IsText ? (format, null)
            : throw new CommandFault(ExitCode.Usage, $"{format.Name} is no text for stdout: give a file, such as --out update{format.Extensions[0]}");
    }

    /// <summary>The one that is named, or that the file's name ends with; Markdown for neither.</summary>
    /// <exception cref="CommandFault">No such format, or a file's name that chooses none.</exception>
    public static SegmentFormat Of(string? name, string? file)
    {
        if (name is not null)
        {
            return All.FirstOrDefault(format => format.Name == name) ?? throw new CommandFault(ExitCode.Usage, $"--format '{name}' is not there: this version writes {Names}");
        }

        return file is null ? All[0]
            : All.FirstOrDefault(format => format.Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            ?? throw new CommandFault(ExitCode.Usage, $"the name {Path.GetFileName(file)} chooses no format: give --format, one of {Names}");
    }
}
