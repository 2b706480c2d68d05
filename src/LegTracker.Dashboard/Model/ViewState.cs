using System.Collections.Immutable;

namespace LegTracker.Dashboard.Model;

/// <summary>What a user has chosen on the screen and finds again after a restart.</summary>
internal sealed record ViewState
{
    /// <summary>One of <see cref="Themes"/>; another is drawn as the first.</summary>
    public string Theme { get; init; } = "dark";

    public BillSort Sort { get; init; } = BillSort.Newest;

    public ImmutableArray<ListColumn> Columns { get; init; } = ListColumns.Usual;

    /// <summary>The user's own views, in the order of their names.</summary>
    public ImmutableArray<SavedView> Views { get; init; } = [];

    /// <summary>Resource names of bills.</summary>
    public ImmutableHashSet<string> Bookmarks { get; init; } = [];

    public bool Preview { get; init; } = true;

    public PreviewPlace Place { get; init; } = PreviewPlace.ByWidth;

    /// <summary>The fingerprint of the settings file that these choices were made over: when it has changed, it speaks again.</summary>
    public string Configuration { get; init; } = "";

    /// <summary>The themes in the order in which they are gone through.</summary>
    public static ImmutableArray<string> Themes { get; } = ["dark", "light", "contrast", "colour-blind", "none"];
}

/// <summary>Where the pane with the bill under the cursor stands.</summary>
internal enum PreviewPlace
{
    /// <summary>Beside from 120 columns, under below.</summary>
    ByWidth,
    Side,
    Under,
}
