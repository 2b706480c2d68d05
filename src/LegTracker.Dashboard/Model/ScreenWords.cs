namespace LegTracker.Dashboard.Model;

/// <summary>Screens in words.</summary>
internal static class ScreenWords
{
    /// <summary>The screens of a set: "bills, one bill"; empty when it is all of them.</summary>
    public static string Of(Screen screens) => screens.HasFlag(Screen.All) ? "" : string.Join(", ", Enum.GetValues<Screen>()
        .Where(screen => int.PopCount((int)screen) == 1 && screens.HasFlag(screen))
        .Select(screen => screen == Screen.Detail ? "one bill" : screen.ToString().ToLowerInvariant()));
}
