using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using LegTracker.Dashboard.Writing.Acronyms;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>check acronyms</c>: whether a host's own document writes out its short forms. Needs no server.</summary>
internal static class CheckCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = $"A {DocumentText.Kinds} file", Arity = ArgumentArity.ZeroOrOne };

    private static readonly Option<string?> Glossary = new("--glossary") { Description = "A glossary of your own, as YAML; see --print-glossary", HelpName = "FILE" };

    private static readonly Option<bool> PrintGlossary = new("--print-glossary") { Description = "Print the built-in glossary, to edit a copy of" };

    /// <summary>Characters of a glossary; the built-in one has under 20,000.</summary>
    private const int MostGlossary = 2_000_000;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Make()
    {
        var acronyms = new Command("acronyms", """
            Short forms that a document does not write out at their first use, once and in their own words

            A deck's notes are held against the rule on their own, for they are read on their own. The file is not changed.

            examples:
              legtracker check acronyms report.docx
              legtracker check acronyms deck.pptx --json
              legtracker check acronyms --print-glossary > my-glossary.yaml
              legtracker check acronyms report.docx --glossary my-glossary.yaml

            exit codes: 0 nothing to mend, 5 something to mend, 4 no such file, 2 another kind of file
            """) { File, Glossary, PrintGlossary };
        acronyms.SetAction(CommandLine.Body((scope, _) => Task.FromResult(Run(scope))));
        return new Command("check", "Checks for hosts: acronyms, plain words, slide templates\n\nexamples:\n  legtracker check acronyms report.docx\n  legtracker check words report.docx\n  legtracker check template county.potx")
        {
            acronyms, CheckWordsCommand.Make(), CheckTemplateCommand.Make(),
        };
    }

    private static int Run(CommandScope scope)
    {
        if (scope.Parsed.GetValue(PrintGlossary))
        {
            CommandScope.Write(FieldGlossary.BuiltInText().TrimEnd());
            return ExitCode.Done;
        }

        var path = scope.Parsed.GetValue(File) ?? throw new CommandFault(ExitCode.Usage, "Name a file: legtracker check acronyms report.docx");
        var glossary = ReadGlossary(scope.Parsed.GetValue(Glossary));
        var parts = Read(path);
        var found = 0;
        foreach (var part in parts)
        {
            foreach (var finding in AcronymCheck.Of(part.Blocks, glossary))
            {
                found++;
                CommandScope.Write(scope.Json
                    ? JsonSerializer.Serialize(new { file = path, shortForm = finding.ShortForm, fault = finding.Fault.ToString(), place = finding.Place, sentence = finding.Sentence }, Readable)
                    : CleanLines.Line($"{finding.Place}: {finding.Sentence}"));
            }
        }

        var count = AcronymCheck.Count(parts.SelectMany(part => part.Blocks), glossary);
        scope.Say(found == 0 ? $"Nothing to mend: {Count(count, "short form")} in {path}." : $"{Count(found, "thing")} to mend, {Count(count, "short form")} in {path}.");
        return found == 0 ? ExitCode.Done : ExitCode.Refused;
    }

    public static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    /// <exception cref="CommandFault">No such file, another kind of file, or a broken one.</exception>
    public static ImmutableArray<DocumentPart> Read(string path)
    {
        try
        {
            return DocumentText.Read(Existing(path));
        }
        catch (NotSupportedException fault)
        {
            throw new CommandFault(ExitCode.Usage, fault.Message);
        }
        catch (FormatException fault)
        {
            throw new CommandFault(ExitCode.Failed, fault.Message);
        }
    }

    private static FieldGlossary ReadGlossary(string? path)
    {
        try
        {
            return path is null ? FieldGlossary.BuiltIn() : FieldGlossary.Parse(GlossaryText(Existing(path)));
        }
        catch (FormatException fault)
        {
            throw new CommandFault(ExitCode.Usage, CleanLines.Line($"{path}: {fault.Message}. How a glossary is written: legtracker check acronyms --print-glossary"));
        }
    }

    // Counted while it is read: a device has no length.
    private static string GlossaryText(string path)
    {
        var text = new char[MostGlossary + 1];
        using var reader = new StreamReader(path);
        var length = reader.ReadBlock(text);
        return length <= MostGlossary ? new string(text, 0, length) : throw new FormatException($"it is larger than {MostGlossary / 1_000_000} MB, so it is no glossary");
    }

    public static string Existing(string path) => System.IO.File.Exists(path) ? path : throw new CommandFault(ExitCode.NotFound, $"There is no file {path}.");
}
