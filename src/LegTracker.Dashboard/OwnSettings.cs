using System.Collections.Immutable;
using LegTracker.Dashboard.Live;
using LegTracker.Dashboard.Model;
using LegTracker.Dashboard.Update;

namespace LegTracker.Dashboard;

/// <summary>What this user's own files say of the dashboard: its keys, its settings, and the choices of last time.</summary>
/// <param name="Filter">To begin with.</param>
/// <param name="Faults">What is wrong with the files, each with file and line; those entries are left out.</param>
internal sealed record OwnSettings(KeyMap Keys, Preferences Preferences, ViewState View, string Filter, ImmutableArray<string> Faults)
{
    public static OwnSettings Read(Func<string, string?> environment, ViewFile choices)
    {
        var folder = UserFile.Folder(environment);
        var keyFile = UserFile.Read(folder, "keys.yaml");
        var (keys, clashes) = KeyBindings.Apply(CommandRegistry.Default, keyFile.Entries);
        ImmutableArray<string> keyFaults = Told(keyFile.FullPath, keyFile.Faults.AddRange(clashes));

        var settingsFile = UserFile.Read(folder, "dashboard.yaml");
        var (preferences, refused) = StartingView.Read(settingsFile.Entries);
        var kept = choices.Read(out var aside);
        var (view, filter, unknown) = StartingView.Of(kept, preferences, settingsFile.Fingerprint);
        return new(
            keys with { Note = $"Keys: {Short(keyFile.FullPath, environment)}{(keyFaults.IsEmpty ? "" : $", with {keyFaults.Length} fault{(keyFaults.Length > 1 ? "s" : "")}: legtracker dashboard keys")}" },
            preferences,
            view,
            filter,
            [
                .. keyFaults,
                .. Told(settingsFile.FullPath, settingsFile.Faults.AddRange(refused).AddRange(unknown)),
                .. aside is null ? [] : (string[])[$"The choices of last time could not be read: they are kept as {aside}, and the usual ones are taken."],
            ]);
    }

    private static ImmutableArray<string> Told(string file, ImmutableArray<FileFault> faults) =>
        [.. faults.OrderBy(fault => fault.Line).Select(fault => FormattableString.Invariant($"{file}:{fault.Line}: {fault.Words}"))];

    private static string Short(string path, Func<string, string?> environment) =>
        environment("HOME") is { Length: > 1 } home && path.StartsWith(home + "/", StringComparison.Ordinal) ? "~" + path[home.Length..] : path;
}
