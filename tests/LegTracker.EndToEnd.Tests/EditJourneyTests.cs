using System.Text.Json;

namespace LegTracker.EndToEnd.Tests;

/// <summary>A bill is edited in the dashboard, in a real terminal on a real server.</summary>
public sealed class EditJourneyTests : IAsyncLifetime
{
    private const string NoPages = "--LegTracker:Sources:Pages:Enabled=false";
    private static readonly string Dashboard = Program.Built("LegTracker.Dashboard", "legtracker");

    private World world = null!;

    private string Command => $"env XDG_STATE_HOME={world.Folder}/state {Dashboard} --server {world.Address}";

    public async Task InitializeAsync()
    {
        world = await World.StartAsync(new DateOnly(2025, 3, 3), 0, NoPages);
        Assert.Equal(0, (await world.RunAsync("poll", "--wait")).ExitCode);
    }

    public async Task DisposeAsync() => await world.DisposeAsync();

    [TmuxFact]
    public async Task A_position_and_notes_are_written_undone_and_redone_and_the_log_names_the_user()
    {
        using var terminal = new Tmux(80, 24, Command);
        await OpenAsync(terminal);

        await TypeAsync(terminal, "position", "support");
        await terminal.ShowsAsync("AB 1831: position is support");
        var bill = await BillAsync();
        Assert.Equal(("support", Environment.UserName), (Text(bill, "position"), Text(bill, "positionAuthor")));

        await ChooseAsync(terminal, "notes");
        terminal.Keys("-l", "first line");
        terminal.Keys("M-Enter");
        terminal.Keys("-l", "second line");
        terminal.Keys("C-j", "x", "Enter");
        await terminal.ShowsAsync("AB 1831: notes written");
        Assert.Equal("first line\nsecond line\nx", (await BillAsync()).GetProperty("notes").GetProperty("text").GetString());

        terminal.Keys("u");
        await terminal.ShowsAsync("Undone: AB 1831 notes is (empty) again");
        Assert.False((await BillAsync()).TryGetProperty("notes", out _));
        terminal.Keys("u");
        await terminal.ShowsAsync("Undone: AB 1831 position is (empty) again");
        Assert.Equal("", Text(await BillAsync(), "position"));
        terminal.Keys("C-r");
        await terminal.ShowsAsync("Redone: AB 1831 position is support again");
        Assert.Equal("support", Text(await BillAsync(), "position"));
    }

    [TmuxFact]
    public async Task Who_edits_what_somebody_else_has_written_meanwhile_sees_both_and_makes_one_of_them()
    {
        using var terminal = new Tmux(120, 40, Command);
        await OpenAsync(terminal);
        await ChooseAsync(terminal, "owner");
        terminal.Keys("-l", "Bo of the team");

        Assert.Equal(0, (await world.RunAsync("bills", "edit", "ab1831", "--owner", "Ana's office", "--author", "Ana")).ExitCode);
        terminal.Keys("Enter");
        var conflict = await terminal.ShowsAsync("somebody else wrote it too");
        Assert.Contains("Ana's office", conflict, StringComparison.Ordinal);
        Assert.Contains("Bo of the team", conflict, StringComparison.Ordinal);
        Assert.Equal("Ana's office", Text(await BillAsync(), "owner"));

        terminal.Keys("Escape");
        await terminal.ShowsAsync("1 conflict: C");
        terminal.Keys("C");
        await terminal.ShowsAsync("conflict: Bo of the team");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("edit again from both");
        terminal.Keys("Down", "Down", "Enter");
        await terminal.ShowsAsync("Ana's office / Bo of the team");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("AB 1831: owner is Ana's office / Bo of the team");
        Assert.Equal("Ana's office / Bo of the team", Text(await BillAsync(), "owner"));
    }

    [TmuxFact]
    public async Task An_edit_without_a_server_waits_over_a_quit_and_arrives_when_the_server_is_back()
    {
        using var terminal = new Tmux(80, 24, Command);
        await OpenAsync(terminal);
        await world.Server.KillAsync();
        await terminal.ShowsAsync("OFFLINE");

        await ChooseAsync(terminal, "what it does");
        terminal.Keys("-l", "make it a crime to have such images");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("1 edit waits");
        terminal.Keys("n");
        await terminal.ShowsAsync("waits for the server: make it a crime");
        terminal.Keys("q");
        await terminal.ShowsAsync("Quit? 1 edit waits");
        terminal.Keys("Down", "Enter");
        await terminal.ShowsAsync("exit 0");

        terminal.Keys("-l", Command);
        terminal.Keys("Enter");
        await terminal.ShowsAsync("1 edit waits");
        await world.RestartServerAsync(NoPages);
        await terminal.ShowsAsync(screen => screen.Contains("live", StringComparison.Ordinal) && !screen.Contains("edit waits", StringComparison.Ordinal), "nothing waits", 60);
        Assert.Equal("make it a crime to have such images", (await BillAsync()).GetProperty("whatItDoes").GetProperty("text").GetString());
    }

    private static async Task OpenAsync(Tmux terminal)
    {
        await terminal.ShowsAsync(screen => screen.Contains("AB 1831", StringComparison.Ordinal) && screen.Contains("live", StringComparison.Ordinal), "a live list");
        terminal.Keys("/");
        terminal.Keys("-l", "1831");
        terminal.Keys("Enter");
        terminal.Keys("Enter");
        await terminal.ShowsAsync("h History");
    }

    private static async Task ChooseAsync(Tmux terminal, string field)
    {
        terminal.Keys("e");
        await terminal.ShowsAsync("Edit AB 1831");
        terminal.Keys("-l", field);
        terminal.Keys("Enter");
        await terminal.ShowsAsync($"AB 1831 {field}");
    }

    private static async Task TypeAsync(Tmux terminal, string field, string text)
    {
        await ChooseAsync(terminal, field);
        terminal.Keys("-l", text);
        terminal.Keys("Enter");
    }

    private async Task<JsonElement> BillAsync()
    {
        var (exit, output, errors) = await world.RunAsync("bills", "show", "ab1831", "--json");
        Assert.True(exit == 0, string.Join('\n', errors));
        return JsonDocument.Parse(output[0]).RootElement;
    }

    private static string Text(JsonElement bill, string field) => bill.TryGetProperty(field, out var value) ? value.GetString()! : "";
}
