using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LegTracker.Server.Tests.Sources;

/// <summary>A host with TLS and a certificate that nobody vouches for; it answers whoever goes on all the same.</summary>
public sealed class TinyTlsSite : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate;
    private readonly byte[] answer;
    private readonly Task accepting;

    /// <param name="name">The host that the certificate names, beside 127.0.0.1.</param>
    /// <param name="year">The first of the ten years for which it is valid.</param>
    public TinyTlsSite(string name, byte[] answer, int year)
    {
        this.answer = answer;
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(year + 10, 1, 1, 0, 0, 0, TimeSpan.Zero));
        certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        listener.Start();
        accepting = AcceptAsync();
    }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    /// <summary>Connections that were opened.</summary>
    public int Connections { get; private set; }

    /// <summary>Requests that came over a connection which the client should not have trusted.</summary>
    public int Trusted { get; private set; }

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await accepting;
        certificate.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                using var connection = await listener.AcceptTcpClientAsync();
                Connections++;
                await using var stream = new SslStream(connection.GetStream());
                await stream.AuthenticateAsServerAsync(certificate);
                if (await stream.ReadAsync(new byte[4096]) > 0)
                {
                    Trusted++;
                    await stream.WriteAsync(answer);
                }
            }
            catch (Exception refused) when (refused is AuthenticationException or IOException)
            {
                // The client went away, as it should.
            }
            catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }
}
