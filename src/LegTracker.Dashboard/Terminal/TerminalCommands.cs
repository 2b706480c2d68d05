using System.Text;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Terminal;

/// <summary>What the terminal itself carries out: bell, notice, clipboard, mouse, and the browser beside it.</summary>
internal sealed class TerminalCommands(ITerminal terminal, Func<string, string?> environment)
{
    /// <param name="problem">What the user is to know; null when all went well.</param>
    /// <returns>False for a command that is none of the terminal's.</returns>
    public bool TryRun(Cmd command, out string? problem)
    {
        problem = null;
        switch (command)
        {
            case Cmd.TakeMouse mouse:
                TakeMouse(mouse.Taken);
                return true;
            case Cmd.Bell:
                terminal.Write("\a"u8);
                return true;
            case Cmd.Copy copy:
                Write(ControlCodes.Copy(copy.Text));
                return true;
            case Cmd.Open open:
                if (!WebBrowser.TryOpen(open.Url, environment))
                {
                    Write(ControlCodes.Copy(open.Url));
                    problem = $"No browser here; the link was sent to the clipboard: {open.Url}";
                }

                return true;
            case Cmd.Notify notify:
                terminal.Write(Encoding.UTF8.GetBytes(ControlCodes.Notify(notify.Words)));
                return true;
            default:
                return false;
        }
    }

    public void TakeMouse(bool taken) => Write(taken ? ControlCodes.TakeMouse : ControlCodes.ReleaseMouse);

    private void Write(string codes) => terminal.Write(Encoding.ASCII.GetBytes(codes));
}
