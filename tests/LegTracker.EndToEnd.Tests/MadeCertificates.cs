using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LegTracker.EndToEnd.Tests;

/// <summary>An authority of a test's own and a server's certificate signed by it, as files.</summary>
public sealed class MadeCertificates
{
    public MadeCertificates(string folder, IPAddress address)
    {
        var (from, to) = (TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(30));
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest("CN=authority of a test", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authorityRequest.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        using var authority = authorityRequest.CreateSelfSigned(from, to);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=server of a test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var certificate = request.Create(authority, from, to, [1, 2, 3, 4]);

        (Authority, Certificate, Key, OtherKey, Pfx) = (File(folder, "ca.pem"), File(folder, "cert.pem"), File(folder, "key.pem"), File(folder, "other.pem"), File(folder, "server.pfx"));
        System.IO.File.WriteAllText(Authority, authority.ExportCertificatePem());
        System.IO.File.WriteAllText(Certificate, certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(Key, key.ExportPkcs8PrivateKeyPem());
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        System.IO.File.WriteAllText(OtherKey, other.ExportPkcs8PrivateKeyPem());
        using var whole = certificate.CopyWithPrivateKey(key);
        System.IO.File.WriteAllBytes(Pfx, whole.Export(X509ContentType.Pfx, "open sesame"));
    }

    public string Authority { get; }

    public string Certificate { get; }

    public string Key { get; }

    /// <summary>A key that does not belong to the certificate.</summary>
    public string OtherKey { get; }

    /// <summary>The certificate with its key; the password is "open sesame".</summary>
    public string Pfx { get; }

    private static string File(string folder, string name) => Path.Combine(folder, name);
}
