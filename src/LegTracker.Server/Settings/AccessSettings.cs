using System.Security.Cryptography;
using System.Text;
using LegTracker.Server.Api.Access;

namespace LegTracker.Server.Settings;

/// <summary>Reads who is let in beside API keys, and how much each caller may ask for.</summary>
internal static class AccessSettings
{
    private const int LeastSecretBytes = 32;
    private const int LeastRsaBits = 2048;

    public static AccessOptions Read(SettingValues values)
    {
        var standard = new CallLimitOptions();
        return new AccessOptions
        {
            Jwt = ReadJwt(values),
            Limits = new CallLimitOptions
            {
                CallsPerSecond = values.Number("Limits:CallsPerSecond", standard.CallsPerSecond, 1, 100_000),
                CallBurst = values.Number("Limits:CallBurst", standard.CallBurst, 1, 1_000_000),
                PollsPerMinute = values.Number("Limits:PollsPerMinute", standard.PollsPerMinute, 1, 6_000),
                FailuresPerMinute = values.Number("Limits:FailuresPerMinute", standard.FailuresPerMinute, 1, 1_000_000),
                Streams = values.Number("Limits:Streams", standard.Streams, 1, 100_000),
            },
        };
    }

    private static JwtOptions? ReadJwt(SettingValues values)
    {
        var (issuer, audience, claim) = (values.Text("Access:Jwt:Issuer", ""), values.Text("Access:Jwt:Audience", ""), values.Text("Access:Jwt:RoleClaim", ""));
        var (secret, file) = (values.Text("Access:Jwt:Key", ""), values.Text("Access:Jwt:PublicKeyFile", ""));
        if ((issuer + audience + claim + secret + file).Length == 0)
        {
            return null;
        }

        Require(values, "Access:Jwt:Issuer", issuer, "the 'iss' of the tokens");
        Require(values, "Access:Jwt:Audience", audience, "the 'aud' of the tokens, for instance legtracker");
        if ((secret.Length == 0) == (file.Length == 0))
        {
            values.Fault("Access:Jwt:Key", "or Access:Jwt:PublicKeyFile is required for tokens, and not both: the shared key of HS256, or a PEM file with an RSA or EC public key");
        }

        if (secret.Length > 0 && Encoding.UTF8.GetByteCount(secret) < LeastSecretBytes)
        {
            values.Fault("Access:Jwt:Key", $"is too short: at least {LeastSecretBytes} bytes");
        }

        return new JwtOptions(issuer, audience, claim.Length == 0 ? "role" : claim, secret.Length == 0 ? null : Encoding.UTF8.GetBytes(secret), file.Length == 0 ? null : PublicKey(values, "Access:Jwt:PublicKeyFile", file));
    }

    private static void Require(SettingValues values, string key, string text, string what)
    {
        if (text.Length == 0)
        {
            values.Fault(key, $"is required for tokens: {what}");
        }
    }

    private static AsymmetricAlgorithm? PublicKey(SettingValues values, string key, string file)
    {
        try
        {
            var pem = File.ReadAllText(file);
            if (pem.Contains("PRIVATE KEY", StringComparison.Ordinal))
            {
                values.Fault(key, $"'{file}' holds a private key, which this server must not have: give it the public one alone");
                return null;
            }

            AsymmetricAlgorithm? read = TryImport(RSA.Create(), pem);
            read ??= TryImport(ECDsa.Create(), pem);
            if (read is null)
            {
                values.Fault(key, $"'{file}' holds no RSA or EC public key in PEM form (-----BEGIN PUBLIC KEY-----)");
            }
            else if (read is RSA { KeySize: < LeastRsaBits })
            {
                values.Fault(key, $"'{file}' holds an RSA key of {read.KeySize} bits; at least {LeastRsaBits}");
            }

            return read;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            values.Fault(key, $"'{file}' cannot be read: {fault.Message}");
            return null;
        }
    }

    private static T? TryImport<T>(T algorithm, string pem)
        where T : AsymmetricAlgorithm
    {
        try
        {
            algorithm.ImportFromPem(pem);
            return algorithm;
        }
        catch (Exception fault) when (fault is CryptographicException or ArgumentException)
        {
            algorithm.Dispose();
            return null;
        }
    }
}
