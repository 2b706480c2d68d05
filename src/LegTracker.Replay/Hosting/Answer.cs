using System.Text;

namespace LegTracker.Replay;

/// <summary>An HTTP answer before it is sent.</summary>
internal sealed record Answer(int Status, string ContentType, byte[] Body)
{
    /// <summary>When set, the answer is a file: it can be asked for conditionally and in part.</summary>
    public DateTimeOffset? LastModified { get; init; }

    /// <summary>The Retry-After header.</summary>
    public string? RetryAfter { get; init; }

    /// <summary>The Location header.</summary>
    public string? Location { get; init; }

    /// <summary>A page.</summary>
    public static Answer Html(int status, string page) => new(status, "text/html;charset=UTF-8", Encoding.UTF8.GetBytes(page));

    /// <summary>Plain text.</summary>
    public static Answer Text(int status, string text) => new(status, "text/plain;charset=UTF-8", Encoding.UTF8.GetBytes(text));

    /// <summary>Whether it is a page.</summary>
    public bool IsPage => ContentType.StartsWith("text/html", StringComparison.Ordinal);
}
