using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using LegTracker.Server.Recording;
using LegTracker.V1;

namespace LegTracker.Server.Api;

/// <summary>What a draft says, as an etag; and why it is not frozen, and what a list shows of a frozen one.</summary>
internal static class SegmentFreezing
{
    /// <summary>Metadata travels in HTTP headers, which other languages limit to 8 KB.</summary>
    private const int MostMetadata = 3000;

    /// <summary>Of everything a draft says but when it was drafted and when sources were last read, also where that is the read time of LegTracker's own counts and terms.</summary>
    public static string EtagOf(Segment draft)
    {
        var said = draft.Clone();
        said.AsOf = null;
        (said.SourcesRead.LastTime, said.SourcesRead.OldestTime) = (null, null);
        foreach (var claim in said.Sections.SelectMany(section => section.Items).SelectMany(item => item.Claims.Concat(item.Changes)))
        {
            claim.ReadTime = claim.Source.Url.Length == 0 && (claim.ReadTime?.Equals(draft.AsOf) is true || claim.ReadTime?.Equals(draft.SourcesRead.LastTime) is true) ? null : claim.ReadTime;
        }

        return $"s{Convert.ToHexStringLower(SHA256.HashData(said.ToByteArray()))[..24]}";
    }

    /// <summary>Without sections, bills left out, missing texts and notes.</summary>
    public static Segment Summary(PublishedSegment published)
    {
        var segment = Segment.Parser.ParseFrom(published.Content);
        segment.Sections.Clear();
        segment.LeftOut.Clear();
        segment.Missing.Clear();
        segment.Notes.Clear();
        return segment;
    }

    /// <summary>TEXT_MISSING, with <c>missing</c>, one text a line, and <c>missing_count</c>.</summary>
    public static ApiError TextMissing(Segment segment)
    {
        var lines = segment.Missing.ToList();
        while (lines.Sum(line => line.Length + 1) > MostMetadata)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        var count = segment.Missing.Count.ToString(CultureInfo.InvariantCulture);
        return new ApiError(StatusCode.FailedPrecondition, "TEXT_MISSING", $"{count} text(s) that a person has to write or check; a final segment has none.")
        {
            Metadata = new Dictionary<string, string> { ["missing"] = string.Join('\n', lines), ["missing_count"] = count }.ToImmutableDictionary(),
        };
    }
}
