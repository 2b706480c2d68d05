using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace LegTracker.Server.Settings;

/// <summary>Reads the server's certificate, and checks that there is one where the address asks for it.</summary>
internal static class TlsSettings
{
    private const string CertificateKey = "Tls:CertificateFile";

    /// <returns>The certificate with its key, then what leads to its authority; empty for a server without TLS.</returns>
    public static X509Certificate2Collection Read(SettingValues values, Uri listen, DateTimeOffset now)
    {
        var (certificate, key, password) = (values.Text(CertificateKey, ""), values.Text("Tls:KeyFile", ""), values.Text("Tls:Password", ""));
        var secure = listen.Scheme == Uri.UriSchemeHttps;
        if (!secure && !listen.IsLoopback)
        {
            values.Fault("Listen", $"'{listen}' is not a loopback address; any other needs TLS: write https://… and set Tls:CertificateFile and Tls:KeyFile");
        }

        if (certificate.Length == 0)
        {
            if (secure || key.Length > 0 || password.Length > 0)
            {
                values.Fault(CertificateKey, $"is required for {(secure ? "an https address" : "Tls:KeyFile and Tls:Password")}: a PEM file, with its key in Tls:KeyFile, or a PFX file");
            }

            return [];
        }

        if (!secure)
        {
            values.Fault("Listen", $"'{listen}' is not https, so Tls:CertificateFile would not be used: write https://… or leave the certificate out");
        }

        try
        {
            var read = Load(certificate, key, password);
            if (read.Count == 0)
            {
                values.Fault(CertificateKey, $"'{certificate}' holds no certificate with a private key");
            }
            else if (read[0].NotAfter.ToUniversalTime() < now.UtcDateTime)
            {
                values.Fault(CertificateKey, $"'{certificate}' expired on {read[0].NotAfter.ToUniversalTime():yyyy-MM-dd}: renew it");
            }

            return read;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            values.Fault(CertificateKey, $"'{certificate}'{(key.Length > 0 ? $" with the key '{key}'" : "")} cannot be read: {fault.Message}");
            return [];
        }
    }

    private static X509Certificate2Collection Load(string certificate, string key, string password)
    {
        if (Path.GetExtension(certificate).ToUpperInvariant() is ".PFX" or ".P12")
        {
            var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(certificate, password);
            return [.. all.Where(one => one.HasPrivateKey).Take(1), .. all.Where(one => !one.HasPrivateKey)];
        }

        var keyFile = key.Length > 0 ? key : certificate;
        var own = password.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(certificate, password, keyFile)
            : X509Certificate2.CreateFromPemFile(certificate, keyFile);
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificate);
        return [own, .. chain.Skip(1)];
    }
}
