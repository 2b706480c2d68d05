using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Core;
using Grpc.Net.Client.Configuration;

namespace LegTracker.Client;

/// <summary>What keeps a connection safe: a token that goes to nobody who could read along, and whose certificates are trusted.</summary>
internal static class ConnectionSecurity
{
    /// <summary>Trusts the authorities of a PEM file alone, for servers whose certificate no public authority signed; names and dates are checked as ever.</summary>
    /// <exception cref="ArgumentException">The file cannot be read or holds no certificate.</exception>
    public static SslClientAuthenticationOptions Trusting(string authoritiesFile)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        try
        {
            policy.CustomTrustStore.ImportFromPemFile(authoritiesFile);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new ArgumentException($"The file of authorities '{authoritiesFile}' cannot be read: {fault.Message}", nameof(authoritiesFile), fault);
        }

        return policy.CustomTrustStore.Count > 0
            ? new SslClientAuthenticationOptions { CertificateChainPolicy = policy }
            : throw new ArgumentException($"The file of authorities '{authoritiesFile}' holds no certificate in PEM form.", nameof(authoritiesFile));
    }

    /// <exception cref="ArgumentException">The token is none, or it would be sent over a network in clear.</exception>
    public static void Check(Uri address, string token)
    {
        if (token.Length == 0 || token.Any(letter => letter is <= ' ' or > '~'))
        {
            throw new ArgumentException("The token is none: it is one word of ASCII characters, such as lt_….", nameof(token));
        }

        if (address.Scheme != Uri.UriSchemeHttps && !address.IsLoopback)
        {
            throw new ArgumentException($"The token is not sent to {address}, because whoever is on the way could read it: use an https address.", nameof(address));
        }
    }

    /// <param name="token">That <see cref="Check"/> let pass.</param>
    public static HttpMessageHandler WithToken(HttpMessageHandler handler, string token) => new TokenHandler(handler, token);

    /// <summary>Calls that the server's limits refuse are made again when it asks to; it has not begun them.</summary>
    public static ServiceConfig PatientWithLimits() => new()
    {
        MethodConfigs =
        {
            new MethodConfig
            {
                Names = { MethodName.Default },
                RetryPolicy = new RetryPolicy
                {
                    MaxAttempts = 5,
                    InitialBackoff = TimeSpan.FromSeconds(0.5),
                    MaxBackoff = TimeSpan.FromSeconds(10),
                    BackoffMultiplier = 2,
                    RetryableStatusCodes = { StatusCode.ResourceExhausted },
                },
            },
        },
    };

    private sealed class TokenHandler(HttpMessageHandler inner, string token) : DelegatingHandler(inner)
    {
        private readonly AuthenticationHeaderValue header = new("Bearer", token);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = header;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
