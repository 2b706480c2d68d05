using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace LegTracker.Server.Tests.Api.Access;

/// <summary>JSON web tokens put together by hand (RFC 7515), so that no library of the server's stands on both sides.</summary>
internal static class MadeToken
{
    public const string Issuer = "https://login.example.org";
    public const string Audience = "legtracker";

    public static readonly byte[] Secret = Encoding.UTF8.GetBytes("a shared secret of more than 32 bytes");

    /// <summary>Claims of a good token for an editor; null takes a claim out.</summary>
    public static Dictionary<string, object?> Claims(DateTimeOffset expires, params (string Name, object? Value)[] other)
    {
        var claims = new Dictionary<string, object?>
        {
            ["iss"] = Issuer,
            ["aud"] = Audience,
            ["sub"] = "u17",
            ["name"] = "Ada of the county",
            ["role"] = "editor",
            ["exp"] = expires.ToUnixTimeSeconds(),
        };
        foreach (var (name, value) in other)
        {
            claims[name] = value;
            if (value is null)
            {
                claims.Remove(name);
            }
        }

        return claims;
    }

    /// <summary>Signed with a secret by HS256.</summary>
    public static string Hs256(Dictionary<string, object?> claims, byte[]? secret = null) => Make("HS256", claims, signed => HMACSHA256.HashData(secret ?? Secret, signed));

    public static string Rs256(Dictionary<string, object?> claims, RSA key) => Make("RS256", claims, signed => key.SignData(signed, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));

    public static string Es256(Dictionary<string, object?> claims, ECDsa key) => Make("ES256", claims, signed => key.SignData(signed, HashAlgorithmName.SHA256));

    /// <summary>Not signed, and saying so.</summary>
    public static string Unsigned(Dictionary<string, object?> claims) => Make("none", claims, _ => []);

    private static string Make(string algorithm, Dictionary<string, object?> claims, Func<byte[], byte[]> sign)
    {
        var signed = $"{Json(new { alg = algorithm, typ = "JWT" })}.{Json(claims)}";
        return $"{signed}.{Base64Url.EncodeToString(sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Json(object value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));
}
