using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Commands;

/// <summary>An organisation's slide template that a segment is written into.</summary>
internal sealed record SegmentTemplate(string Path, TemplateFile File)
{
    /// <param name="path">The option's value; null when none is wished.</param>
    /// <param name="out">The file that will be written.</param>
    /// <exception cref="CommandFault">Another format than slides, the template itself as the file, or no template.</exception>
    public static SegmentTemplate? Read(string? path, string format, string? @out)
    {
        if (path is null)
        {
            return null;
        }

        return format != "pptx" ? throw new CommandFault(ExitCode.Usage, $"--template is for slides only: add --format pptx, or leave it out of {format}")
            : @out is not null && System.IO.Path.GetFullPath(@out) == System.IO.Path.GetFullPath(path) ? throw new CommandFault(ExitCode.Usage, $"--out {@out} is the template itself, which is never written: give another name")
            : new SegmentTemplate(path, CheckTemplateCommand.Read(path));
    }

    /// <summary>The slides, in the template or in our own.</summary>
    /// <exception cref="CommandFault">The template cannot be used.</exception>
    public static WrittenSegment Slides(SegmentContent content, SegmentTemplate? template)
    {
        try
        {
            return WrittenSegment.Of("pptx", content, template: template?.File);
        }
        catch (UnusableTemplateException fault)
        {
            throw new CommandFault(ExitCode.Refused, string.Join('\n', ["No slides were written; legtracker check template tells more.", .. CheckTemplateCommand.VerdictLines(template!.Path, fault.Check).Select(PlainText.Of)]));
        }
        catch (FormatException fault)
        {
            throw new CommandFault(ExitCode.Failed, $"No slides were written: {fault.Message}");
        }
    }
}
