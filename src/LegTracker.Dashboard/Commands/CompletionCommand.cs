using System.CommandLine;

namespace LegTracker.Dashboard.Commands;

/// <summary><c>completion</c>: scripts by which shells complete commands, options, formats and bill numbers.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        # legtracker completion bash
        _legtracker() {
            local line="${COMP_LINE:0:COMP_POINT}" current="${COMP_WORDS[COMP_CWORD]}" IFS=$'\n'
            COMPREPLY=($(compgen -W "$("${COMP_WORDS[0]}" "[suggest:${#line}]" "$line" 2>/dev/null)" -- "$current"))
        }
        complete -o default -F _legtracker legtracker
        """;

    private const string Zsh = """
        #compdef legtracker
        # legtracker completion zsh
        _legtracker() {
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
            compadd -a found || _files
        }
        if [ "$funcstack[1]" = "_legtracker" ]; then _legtracker "$@"; else compdef _legtracker legtracker; fi
        """;

    private const string Fish = """
        # legtracker completion fish
        complete -c legtracker -a '(legtracker "[suggest:"(commandline -cp | string length)"]" (commandline -cp) 2>/dev/null)'
        """;

    public static Command Make()
    {
        var command = new Command("completion", """
            A script that completes commands, options, formats and bill numbers in a shell

            Bill numbers come from the list that the dashboard kept at its last visit; no server is asked.

            examples:
              legtracker completion bash > ~/.local/share/bash-completion/completions/legtracker
              legtracker completion zsh > "${fpath[1]}/_legtracker"
              legtracker completion fish > ~/.config/fish/completions/legtracker.fish
            """);
        foreach (var (shell, script) in new[] { ("bash", Bash), ("zsh", Zsh), ("fish", Fish) })
        {
            var one = new Command(shell, $"The script for {shell}\n\nexamples:\n  legtracker completion {shell}");
            one.SetAction(_ =>
            {
                CommandScope.Write(script);
                return ExitCode.Done;
            });
            command.Subcommands.Add(one);
        }

        return command;
    }
}
