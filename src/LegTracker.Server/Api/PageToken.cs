using System.Security.Cryptography;
using System.Text;
using Grpc.Core;

namespace LegTracker.Server.Api;

/// <summary>An opaque page token: the key that the next page begins after, bound to the request's other fields.</summary>
internal static class PageToken
{
    /// <param name="bound">The request's other fields, in any fixed form.</param>
    public static string Make(string key, string bound) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Mark(bound)}{key}"));

    /// <summary>The key; null for the first page. Whoever reads it still has to doubt it: anybody can make a token.</summary>
    /// <exception cref="ApiError">PAGE_TOKEN_INVALID: not ours, or of another request.</exception>
    public static string? Read(string token, string bound)
    {
        if (token.Length == 0)
        {
            return null;
        }

        var bytes = new byte[token.Length];
        var text = Convert.TryFromBase64String(token, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : "";
        return text.StartsWith(Mark(bound), StringComparison.Ordinal)
            ? text[Mark(bound).Length..]
            : throw Invalid();
    }

    /// <summary>PAGE_TOKEN_INVALID.</summary>
    public static ApiError Invalid() =>
        new(StatusCode.InvalidArgument, "PAGE_TOKEN_INVALID", "page_token is not from this request: send it with the same fields as the page before") { Field = "page_token" };

    private static string Mark(string bound) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(bound)))[..12] + ":";
}
