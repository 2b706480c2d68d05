using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using LegTracker.Dashboard.Writing.Acronyms;
using LegTracker.Dashboard.Writing.HandOut;
using LegTracker.Dashboard.Writing.PlainLanguage;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>check words</c>: whether a host's own document is in plain language. Needs no server.</summary>
internal static class CheckWordsCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = $"A {DocumentText.Kinds} file" };

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var words = new Command("words", $"""
            Long sentences, words of the law, dates in figures, and words that are true on one day only

            Quotations in “ ” are left out. The reading grade is told and blocks nothing. The file is not changed.

            examples:
              legtracker check words report.docx
              legtracker check words update.md --json

            exit codes: 0 nothing to mend, 5 something to mend, 4 no such file, 2 another kind of file
            """) { File };
        words.SetAction(CommandLine.Body((scope, _) => Task.FromResult(Run(scope))));
        return words;
    }

    /// <summary>"reading grade 9.8 (10 or less is the aim)"; says so when there is no sentence to measure.</summary>
    public static string GradeWords(IEnumerable<TextBlock> blocks) => WordCheck.Grade(blocks, HandOutPlan.SourcesTitle) is { } grade
        ? string.Create(CultureInfo.InvariantCulture, $"reading grade {grade:0.0} ({ReadingGrade.Target} or less is the aim{(grade > ReadingGrade.Hard ? ", this is hard to read" : "")})")
        : "no sentence to grade";

    private static int Run(CommandScope scope)
    {
        var path = scope.Parsed.GetRequiredValue(File);
        var parts = CheckCommand.Read(path);
        var findings = parts.SelectMany(part => WordCheck.Of(part.Blocks, HandOutPlan.SourcesTitle)).ToList();
        foreach (var finding in findings)
        {
            CommandScope.Write(scope.Json
                ? JsonSerializer.Serialize(new { file = path, fault = finding.Fault.ToString(), place = finding.Place, sentence = finding.Sentence }, Readable)
                : CleanLines.Line($"{finding.Place}: {finding.Sentence}"));
        }

        scope.Say($"{(findings.Count == 0 ? "Nothing to mend" : $"{CheckCommand.Count(findings.Count, "thing")} to mend")} in {path}; {GradeWords(parts.SelectMany(part => part.Blocks))}.");
        return findings.Count == 0 ? ExitCode.Done : ExitCode.Refused;
    }
}
