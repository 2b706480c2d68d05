using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace LegTracker.Server.Api.Access;

/// <summary>Secrets of API keys: <c>lt_</c> and 256 random bits in base64url.</summary>
internal static class ApiKeySecret
{
    public const string Prefix = "lt_";

    // Without letters and digits that are read for one another.
    private const string NameLetters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>A new secret.</summary>
    public static string Make() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of a secret. 256 random bits cannot be guessed from it, so it needs no salt.</summary>
    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>A short name for a key, which is no secret.</summary>
    public static string MakeId() => RandomNumberGenerator.GetString(NameLetters, 6);
}
