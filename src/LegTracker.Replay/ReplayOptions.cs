namespace LegTracker.Replay;

/// <summary>What a replay serves and where.</summary>
public sealed record ReplayOptions
{
    /// <summary>The robots.txt that the real site serves: nobody may fetch anything.</summary>
    public const string RobotsOfTheSite = "User-agent: *\nDisallow: /\n";

    /// <summary>Where to listen; port 0 takes a free one. Default <c>http://127.0.0.1:0</c>.</summary>
    public Uri Listen { get; init; } = new("http://127.0.0.1:0");

    /// <summary>Content of /robots.txt. Default allows all.</summary>
    public string Robots { get; init; } = "User-agent: *\nDisallow:\n";

    /// <summary>Days until a line's journal page is filled in, which rewrites the line. Default 0: it is there at once.</summary>
    public int JournalPageDelay { get; init; }

    /// <summary>How many more times the histories with invented numbers are served under higher numbers: load for benchmarks. 0 to 90, default 0.</summary>
    public int Copies { get; init; }

    /// <summary>Text of a further history file, as those in <c>Histories</c>: its measures are served beside, or in place of, the recorded ones. Default none.</summary>
    public string? Histories { get; init; }

    /// <summary>A generated season to serve instead of the recorded histories. Default none.</summary>
    public ReplayedSeason? Season { get; init; }

    /// <summary>Whether pages are gzipped for clients that accept it. Default true.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>The real clock that slow faults wait by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Every failure at once.</summary>
    /// <exception cref="ArgumentException">Listen is no http address, or a number is out of range.</exception>
    public void Validate()
    {
        List<string> wrong = [];
        if (!Listen.IsAbsoluteUri || Listen.Scheme != Uri.UriSchemeHttp || Listen.AbsolutePath != "/")
        {
            wrong.Add($"listen is an http address such as http://127.0.0.1:0, not '{Listen}'");
        }

        if (JournalPageDelay is < 0 or > 365)
        {
            wrong.Add("the journal page delay is 0 to 365 days");
        }

        if (Copies is < 0 or > 90)
        {
            wrong.Add("copies are 0 to 90");
        }

        if (Copies > 0 && Season is not null)
        {
            wrong.Add("copies are of the recorded histories: a season has none");
        }

        if (Histories is not null && Season is not null)
        {
            wrong.Add("further histories go beside the recorded ones: a season has none");
        }

        if (wrong.Count > 0)
        {
            throw new ArgumentException(string.Join("; ", wrong));
        }
    }
}
