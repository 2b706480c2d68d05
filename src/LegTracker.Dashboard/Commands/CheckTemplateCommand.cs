using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LegTracker.Dashboard.Writing;
using LegTracker.Dashboard.Writing.Templates;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>check template</c>: whether slides can be written from an organisation's own template. Needs no server.</summary>
internal static class CheckTemplateCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = $"A {TemplateFile.Kinds} file" };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static Command Make()
    {
        var template = new Command("template", """
            Whether "segment build --template FILE" can write slides from a template that everybody can read

            Layouts are chosen by what they can hold, not by name. The file is not changed.

            examples:
              legtracker check template county.potx
              legtracker check template county.pptx --json

            exit codes: 0 usable, 5 not usable, 4 no such file, 2 another kind of file, 1 a broken file
            """) { File };
        template.SetAction(CommandLine.Body((scope, _) => Task.FromResult(Run(scope))));
        return template;
    }

    /// <exception cref="CommandFault">No such file, another kind of file, or one that cannot be read.</exception>
    public static TemplateFile Read(string path)
    {
        try
        {
            return TemplateFile.Read(CheckCommand.Existing(path));
        }
        catch (NotSupportedException fault)
        {
            throw new CommandFault(ExitCode.Usage, fault.Message);
        }
        catch (Exception fault) when (fault is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new CommandFault(ExitCode.Failed, fault.Message);
        }
    }

    /// <summary>The last lines of the check, and of a build that the template stops.</summary>
    public static IEnumerable<string> VerdictLines(string path, TemplateCheck check) =>
        [.. check.Faults.Select(fault => $"  to change: {fault}"), .. check.Warnings.Select(warning => $"  warning: {warning}"), $"{path}: {check.Verdict}"];

    private static int Run(CommandScope scope)
    {
        var path = scope.Parsed.GetRequiredValue(File);
        try
        {
            return Read(path).With(document =>
            {
                var template = SlideTemplate.Read(document.PresentationPart!);
                var check = TemplateCheck.Of(template);
                foreach (var line in scope.Json ? [Json(path, template, check)] : Lines(path, template, check))
                {
                    CommandScope.Write(line);
                }

                return check.Faults.IsEmpty ? ExitCode.Done : ExitCode.Refused;
            });
        }
        catch (FormatException fault)
        {
            throw new CommandFault(ExitCode.Failed, fault.Message);
        }
    }

    private static string Json(string path, SlideTemplate template, TemplateCheck check) => JsonSerializer.Serialize(new
    {
        file = path,
        verdict = check.Verdict,
        size = new { widthInches = Inches(template.Width), heightInches = Inches(template.Height) },
        layouts = template.Layouts.Select(layout => new
        {
            name = layout.Name,
            titleSlide = template.Score(layout, DeckLayout.TitleSlide),
            text = template.Score(layout, DeckLayout.TitleAndContent),
            table = template.Score(layout, DeckLayout.TitleAndTable),
            titlePoints = layout.Title?.Room.Size,
            textPoints = layout.Body?.Room.Size,
            footer = layout.Footer is not null,
            slideNumber = layout.Number is not null,
        }),
        chosen = template.Chosen.OrderBy(one => one.Key).Select(one => new { slide = one.Key.ToString(), layout = one.Value.Name }),
        notesMaster = template.HasNotesMaster,
        oldSlides = template.OldSlides,
        contrasts = check.Contrasts.Select(contrast => new { what = contrast.What, ratio = contrast.Ratio is { } ratio ? Math.Floor(ratio * 100) / 100 : (double?)null }),
        faults = check.Faults,
        warnings = check.Warnings,
    }, Readable);

    private static IEnumerable<string> Lines(string path, SlideTemplate template, TemplateCheck check)
    {
        yield return string.Create(CultureInfo.InvariantCulture, $"Size: {Inches(template.Width)} by {Inches(template.Height)} inches ({Shape(template)})");
        yield return "Layouts, with a score of 100 for each kind of slide (50 is needed):";
        var table = new TextTable("  TITLE", "TEXT", "TABLE", "HOLDS", "LAYOUT");
        foreach (var layout in template.Layouts)
        {
            table.Add($"  {template.Score(layout, DeckLayout.TitleSlide)}", $"{template.Score(layout, DeckLayout.TitleAndContent)}", $"{template.Score(layout, DeckLayout.TitleAndTable)}", Holds(layout), Clean(layout.Name));
        }

        foreach (var line in table.Lines(0))
        {
            yield return line;
        }

        foreach (var (kind, layout) in template.Chosen.OrderBy(one => one.Key))
        {
            var what = kind switch { DeckLayout.TitleSlide => "Title slide", DeckLayout.TitleAndContent => "Text slides", _ => "Table slides" };
            yield return string.Create(CultureInfo.InvariantCulture, $"{what}: layout “{Clean(layout.Name)}”, title {layout.Title!.Room.Size:0.#} pt, {(kind == DeckLayout.TitleAndTable ? $"tables {DeckMeasures.SmallestTableSize} to {DeckMeasures.TableSize}" : $"text {template.Main(kind).Room.Size:0.#}")} pt, footer {Slot(layout.Footer)}, slide number {Slot(layout.Number)}");
        }

        yield return $"Notes master: {(template.HasNotesMaster ? "there" : "none")}";
        yield return $"Contrast ({TemplateCheck.LeastContrast.ToString("0.0", CultureInfo.InvariantCulture)}:1 is needed, 3.0:1 for titles):";
        foreach (var contrast in check.Contrasts)
        {
            yield return $"  {TemplateCheck.Ratio(contrast.Ratio),-11} {Clean(contrast.What)}";
        }

        foreach (var line in VerdictLines(path, check))
        {
            yield return Clean(line);
        }
    }

    private static string Clean(string text) => PlainText.Of(text);

    private static string Slot(TemplateSlot? slot) => slot is null ? "none" : "there";

    private static string Holds(TemplateLayout layout)
    {
        var title = layout.Title is { } one ? $"title of {CheckCommand.Count(one.Room.MostLines(DeckMeasures.SmallestTitleSize), "line")}" : "no title";
        var text = layout.Body is { } body ? $"text of {CheckCommand.Count(body.Room.MostLines(DeckMeasures.SmallestBodySize), "line")}" : "no text";
        return $"{title}, {text}{(layout.Table is null ? "" : ", table")}";
    }

    private static string Shape(SlideTemplate template) => template.Height == 0 ? "no size" : Math.Round((double)template.Width / template.Height, 2) switch
    {
        1.78 => "16:9",
        1.33 => "4:3",
        1.6 => "16:10",
        var other => string.Create(CultureInfo.InvariantCulture, $"{other}:1"),
    };

    private static double Inches(long emus) => Math.Round(emus / (double)DeckMeasures.Inch, 2);
}
