using System.CommandLine;
using System.Text;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>man</c>: the manual page, in roff, from the same commands as the help.</summary>
internal static class ManCommand
{
    private const string End = """
        .SH ENVIRONMENT
        LEGTRACKER_SERVER, LEGTRACKER_TOKEN, LEGTRACKER_CA, NO_COLOR: as the options say.
        .SH FILES
        .TP
        .I $XDG_STATE_HOME/legtracker
        What has been read (read.json) and the list last known of each server.
        .TP
        .I $XDG_CONFIG_HOME/legtracker/notices.yaml
        When the dashboard rings, tells the terminal, or starts a program.
        .SH EXIT STATUS
        0 done, 1 failed, 2 wrong usage, 3 server not reachable, 4 not found, 5 refused, 128+n ended by signal n.
        """;

    public static Command Make()
    {
        var command = new Command("man", """
            The manual page of all commands

            examples:
              legtracker man | man -l -
              legtracker man > ~/.local/share/man/man1/legtracker.1
            """);
        command.SetAction(parsed =>
        {
            CommandScope.Write(Page(parsed.RootCommandResult.Command));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The page in roff.</summary>
    public static string Page(Command root)
    {
        var page = new StringBuilder()
            .AppendLine(FormattableString.Invariant($".TH LEGTRACKER 1 \"\" \"legtracker {VersionCommand.Text}\""))
            .AppendLine(".SH NAME").AppendLine(@"legtracker \- bills of a legislature, their changes, and the update of a meeting")
            .AppendLine(".SH SYNOPSIS").AppendLine(".B legtracker").AppendLine(@"[options] [command]")
            .AppendLine(".SH DESCRIPTION");
        Describe(page, root.Description ?? "");
        page.AppendLine(".SH OPTIONS OF EVERY COMMAND");
        Options(page, root);
        page.AppendLine(".SH COMMANDS");
        foreach (var command in root.Subcommands)
        {
            Tell(page, command, "legtracker");
        }

        return page.Append(End.ReplaceLineEndings("\n")).ToString();
    }

    private static void Tell(StringBuilder page, Command command, string path)
    {
        var name = $"{path} {command.Name}";
        page.AppendLine(FormattableString.Invariant($".SS \"{Text(string.Join(' ', [name, .. command.Arguments.Select(argument => argument.HelpName ?? argument.Name)]))}\""));
        Describe(page, command.Description ?? "");
        foreach (var argument in command.Arguments.Where(argument => argument.Description is { Length: > 0 }))
        {
            Term(page, argument.HelpName ?? argument.Name, argument.Description!);
        }

        Options(page, command);
        foreach (var below in command.Subcommands)
        {
            Tell(page, below, name);
        }
    }

    private static void Options(StringBuilder page, Command command)
    {
        foreach (var option in command.Options.Where(option => !option.Hidden))
        {
            Term(page, option.HelpName is { } value ? $"{option.Name} {value}" : option.Name, option.Description ?? "");
        }
    }

    private static void Term(StringBuilder page, string term, string words) =>
        page.AppendLine(".TP").AppendLine(FormattableString.Invariant($".B {Text(term)}")).AppendLine(Text(words.ReplaceLineEndings(" ")));

    // Examples keep their lines.
    private static void Describe(StringBuilder page, string description)
    {
        var asIs = false;
        foreach (var line in description.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line == "examples:")
            {
                asIs = true;
                page.AppendLine(".PP").AppendLine(".nf");
            }

            page.AppendLine(line.Length == 0 ? ".PP" : Text(line));
        }

        page.Append(asIs ? ".fi\n" : "");
    }

    private static string Text(string words)
    {
        var safe = words.Replace(@"\", @"\e", StringComparison.Ordinal).Replace("-", @"\-", StringComparison.Ordinal).Replace("\"", @"\(dq", StringComparison.Ordinal);
        return safe.Length > 0 && safe[0] is '.' or '\'' ? @"\&" + safe : safe;
    }
}
