using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>The key map with a user's own keys in it; an entry that cannot be is left out and told.</summary>
internal static class KeyBindings
{
    // Without a key for these nobody finds the way out, or on.
    private static readonly string[] NeverWithout = ["quit", "help"];

    /// <param name="entries">Command id → its keys, which take the place of the default ones.</param>
    public static (KeyMap Keys, ImmutableArray<FileFault> Faults) Apply(KeyMap defaults, IEnumerable<FileEntry> entries)
    {
        var faults = new List<FileFault>();
        var accepted = new List<FileEntry>();
        foreach (var entry in entries)
        {
            if (Read(defaults, entry, faults) is { } read)
            {
                accepted.Add(read);
            }
        }

        // One entry goes at a time, the later of a clash first: its default keys may free another, or clash in turn.
        while (Clash(With(defaults, accepted), accepted) is { } clash)
        {
            faults.Add(clash.Fault);
            accepted.Remove(clash.Entry);
        }

        return (With(defaults, accepted), [.. faults.OrderBy(fault => fault.Line)]);
    }

    private static FileEntry? Read(KeyMap defaults, FileEntry entry, List<FileFault> faults)
    {
        if (!defaults.Commands.Any(command => command.Id == entry.Name))
        {
            faults.Add(new(entry.Line, $"there is no command '{entry.Name}'{Near(defaults, entry.Name)}; all of them: legtracker dashboard keys"));
            return null;
        }

        var keys = new List<string>();
        foreach (var value in entry.Values)
        {
            var key = KeySpelling.Read(value, out var fault);
            if (fault.Length > 0)
            {
                faults.Add(new(entry.Line, $"{entry.Name}: {fault}"));
            }
            else if (!keys.Contains(key))
            {
                keys.Add(key);
            }
        }

        if (keys.Count == 0 && (entry.Values.Length > 0 || NeverWithout.Contains(entry.Name)))
        {
            if (entry.Values.IsEmpty)
            {
                faults.Add(new(entry.Line, $"{entry.Name} needs a key"));
            }

            return null;
        }

        return entry with { Values = [.. keys] };
    }

    private static KeyMap With(KeyMap defaults, List<FileEntry> entries) => defaults with
    {
        Commands = [.. defaults.Commands.Select(command => entries.FindLast(entry => entry.Name == command.Id) is { } entry ? command with { Keys = entry.Values } : command)],
    };

    // The last entry of which a key is another command's too on some screen, or begins one of its chords, or the other way round.
    private static (FileEntry Entry, FileFault Fault)? Clash(KeyMap map, List<FileEntry> entries)
    {
        foreach (var entry in Enumerable.Reverse(entries))
        {
            var mine = map.Commands.First(command => command.Id == entry.Name);
            foreach (var other in map.Commands.Where(command => command.Id != mine.Id && (command.When & mine.When) != Screen.None))
            {
                var clash = mine.Keys.SelectMany(key => other.Keys.Where(theirs => Meet(key, theirs)).Select(theirs => (key, theirs))).ToList();
                if (clash.Count > 0)
                {
                    var (key, theirs) = clash[0];
                    var what = key == theirs ? $"{KeyWords.Of(key)} is the key of {other.Id}" : $"{KeyWords.Of(key)} stands in the way of {KeyWords.Of(theirs)}, the key of {other.Id}";
                    var where = ScreenWords.Of(mine.When & other.When);
                    return (entry, new(entry.Line, $"{entry.Name}: {what}{(where.Length > 0 ? $" on {where}" : "")}"));
                }
            }
        }

        return null;
    }

    private static bool Meet(string one, string other) =>
        one == other || one.StartsWith(other + " ", StringComparison.Ordinal) || other.StartsWith(one + " ", StringComparison.Ordinal);

    private static string Near(KeyMap map, string name)
    {
        var last = name.Split('.')[^1];
        var near = map.Commands.Where(command => last.Length > 2 && command.Id.Contains(last, StringComparison.OrdinalIgnoreCase)).Select(command => command.Id).Take(3).ToList();
        return near.Count > 0 ? $"; near: {string.Join(", ", near)}" : "";
    }
}
