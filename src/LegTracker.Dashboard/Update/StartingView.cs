using System.Collections.Immutable;
using LegTracker.Dashboard.Model;

namespace LegTracker.Dashboard.Update;

/// <summary>What a start shows: the choices kept from last time, the settings file where it has something new to say, and the view to begin in.</summary>
internal static class StartingView
{
    public const string Settings = "theme, mouse, ascii, columns, view, filter";

    /// <summary>The settings of a file; what cannot be is left out and told.</summary>
    public static (Preferences Preferences, ImmutableArray<FileFault> Faults) Read(IEnumerable<FileEntry> entries)
    {
        var (read, faults) = (new Preferences(), new List<FileFault>());
        foreach (var entry in entries)
        {
            read = entry.Name switch
            {
                "theme" => One(entry, faults, $"one of {string.Join(", ", ViewState.Themes)}", ViewState.Themes.Contains) is { } theme ? read with { Theme = theme } : read,
                "mouse" => Switch(entry, faults) is { } mouse ? read with { Mouse = mouse } : read,
                "ascii" => Switch(entry, faults) is { } ascii ? read with { Ascii = ascii } : read,
                "columns" => Columns(entry, faults) is { } columns ? read with { Columns = columns } : read,
                "view" => One(entry, faults, "the name of a saved view", name => name.Length > 0) is { } view ? read with { View = (view, entry.Line) } : read,
                "filter" => One(entry, faults, "a filter such as p:1 (in quotes)", _ => true) is { } filter ? read with { Filter = filter } : read,
                _ => Refused(entry, faults, $"there is no setting '{entry.Name}': settings are {Settings}", read),
            };
        }

        return (read, [.. faults]);
    }

    /// <summary>The choices and the filter to begin with.</summary>
    /// <param name="fingerprint">Of the settings file's content; empty when there is none. Another than the one that the kept choices were made over lets the file speak again.</param>
    public static (ViewState View, string Filter, ImmutableArray<FileFault> Faults) Of(ViewState kept, Preferences file, string fingerprint)
    {
        var view = kept.Configuration == fingerprint ? kept : kept with
        {
            Theme = file.Theme ?? kept.Theme,
            Columns = file.Columns ?? kept.Columns,
            Configuration = fingerprint,
        };
        if (file.View is not { } wanted)
        {
            return (view, file.Filter ?? "", []);
        }

        if (SavedView.Find(view, wanted.Name) is not { } saved)
        {
            var known = string.Join(", ", view.Views.Concat(SavedView.BuiltIn).Select(each => each.Name));
            return (view, file.Filter ?? "", [new(wanted.Line, $"view: there is no view '{wanted.Name}': views are {known}")]);
        }

        return (view with { Sort = saved.Sort ?? view.Sort, Columns = saved.Columns ?? view.Columns }, $"{saved.Filter} {file.Filter}".Trim(), []);
    }

    private static string? One(FileEntry entry, List<FileFault> faults, string wanted, Func<string, bool> isGood) =>
        entry.Values is [var value] && isGood(value) ? value : Refused<string?>(entry, faults, $"{entry.Name}: '{string.Join(", ", entry.Values)}' is not {wanted}", null);

    private static bool? Switch(FileEntry entry, List<FileFault> faults) => entry.Values is ["true" or "false"]
        ? entry.Values[0] == "true"
        : Refused<bool?>(entry, faults, $"{entry.Name}: '{string.Join(", ", entry.Values)}' is not true or false", null);

    private static ImmutableArray<ListColumn>? Columns(FileEntry entry, List<FileFault> faults)
    {
        var unknown = entry.Values.Where(name => !ListColumns.All.Any(column => ListColumns.NameOf(column) == name)).ToList();
        return unknown.Count == 0
            ? [.. ListColumns.All.Where(column => entry.Values.Contains(ListColumns.NameOf(column)))]
            : Refused<ImmutableArray<ListColumn>?>(entry, faults, $"columns: '{string.Join(", ", unknown)}' is no column: columns are {string.Join(", ", ListColumns.All.Select(ListColumns.NameOf))}", null);
    }

    private static T Refused<T>(FileEntry entry, List<FileFault> faults, string words, T otherwise)
    {
        faults.Add(new(entry.Line, words));
        return otherwise;
    }
}
