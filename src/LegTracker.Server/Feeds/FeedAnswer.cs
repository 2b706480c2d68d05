using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace LegTracker.Server.Feeds;

/// <summary>Conditional answers: a reader that has this state of a feed already gets 304 and no body.</summary>
internal static class FeedAnswer
{
    /// <summary>A strong entity tag of everything that a body is made of.</summary>
    public static string TagOf(params IEnumerable<string> parts) =>
        $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..32]}\"";

    /// <summary>Says what the state of the feed is, and whether the reader has it.</summary>
    /// <param name="modified">Null where no time says everything: then the tag alone counts.</param>
    /// <returns>True when the answer is 304 and done.</returns>
    public static bool IsKnown(HttpContext http, string tag, DateTimeOffset? modified)
    {
        var response = http.Response.GetTypedHeaders();
        response.ETag = new EntityTagHeaderValue(tag);
        response.LastModified = modified;
        response.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        var request = http.Request.GetTypedHeaders();
        var known = request.IfNoneMatch is { Count: > 0 } tags
            ? tags.Any(one => one.Tag == "*" || one.Compare(response.ETag, useStrongComparison: false))
            : request.IfModifiedSince is { } since && modified is { } time && time.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
        if (known)
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
        }

        return known;
    }

    /// <summary>Sends a body whole; to HEAD its headers alone.</summary>
    public static async Task SendAsync(HttpContext http, string contentType, ReadOnlyMemory<byte> body)
    {
        http.Response.ContentType = contentType;
        http.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.Body.WriteAsync(body, http.RequestAborted);
        }
    }
}
