using System.Collections.Immutable;

namespace LegTracker.Server.Sources.Bulk;

/// <summary>Where and how the bulk files are read.</summary>
/// <param name="BaseAddress">Folder of the files, with a slash at its end.</param>
/// <param name="TemporaryFolder">Folder for a file of a host that sends no parts; it is created, and the file deleted after reading. Up to <paramref name="LargestFile"/> bytes.</param>
/// <param name="MinimumGap">Rest between two requests; a session costs about twenty.</param>
/// <param name="Contact">Mail or web address for the User-Agent; may be empty.</param>
internal sealed record BulkSourceOptions(Uri BaseAddress, string TemporaryFolder, TimeSpan MinimumGap, string Contact)
{
    /// <summary>Rests before a part is asked for again, or a broken download is gone on with. Default 1, 5 and 15 times <see cref="MinimumGap"/>.</summary>
    public ImmutableArray<TimeSpan> RetryRests { get; init; } = [MinimumGap, MinimumGap * 5, MinimumGap * 15];

    /// <summary>Largest file that is downloaded, in bytes. Default 2 GiB.</summary>
    public long LargestFile { get; init; } = 2L << 30;

    /// <summary>Largest table that is unpacked, in bytes. Default 1 GiB.</summary>
    public long LargestTable { get; init; } = 1L << 30;
}
