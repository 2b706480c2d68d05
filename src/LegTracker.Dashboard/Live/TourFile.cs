namespace LegTracker.Dashboard.Live;

/// <summary>Whether this user has had the tour, in "tour.json".</summary>
internal static class TourFile
{
    private static StateFile File => new(StateFile.Folder(Environment.GetEnvironmentVariable), "tour.json");

    public static bool IsOver()
    {
        try
        {
            return File.Read<Kept>(out _)?.Over == true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <exception cref="IOException">It cannot be kept.</exception>
    public static void Keep(bool over) => File.Write(new Kept(over));

    private sealed record Kept(bool Over);
}
