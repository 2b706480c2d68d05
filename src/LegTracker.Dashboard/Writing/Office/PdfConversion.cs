using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace LegTracker.Dashboard.Writing.Office;

/// <summary>A Word document as a tagged PDF, by LibreOffice, with a profile of its own.</summary>
internal static partial class PdfConversion
{
    /// <summary>What to do where it cannot be written.</summary>
    public const string Advice = "install LibreOffice with Writer (Debian and Ubuntu: apt-get install libreoffice-writer; macOS and Windows: libreoffice.org), or write docx and save it as PDF in Word";

    private const string Filter = """pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"},"DisplayPDFDocumentTitle":{"type":"boolean","value":"true"},"ExportBookmarks":{"type":"boolean","value":"true"}}""";

    // A start of LibreOffice can hang for good; the next one, with a new profile, does not.
    private const int MostTries = 2;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(80);

    /// <param name="asOf">The PDF is dated by it, so that the same document gives the same bytes.</param>
    /// <exception cref="InvalidOperationException">LibreOffice or its Writer is not there, or did not write a PDF; the message says what to do.</exception>
    public static async Task<byte[]> OfAsync(ReadOnlyMemory<byte> docx, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("legtracker-pdf-");
        try
        {
            var source = Path.Combine(folder.FullName, "update.docx");
            await File.WriteAllBytesAsync(source, docx, cancellationToken);
            var (made, said) = (Path.ChangeExtension(source, ".pdf"), "");
            for (var attempt = 1; attempt <= MostTries; attempt++)
            {
                said = await RunAsync(Path.Combine(folder.FullName, $"profile{attempt}"), source, cancellationToken);
                if (File.Exists(made))
                {
                    return Dated(await File.ReadAllBytesAsync(made, cancellationToken), asOf);
                }
            }

            throw new InvalidOperationException($"LibreOffice wrote no PDF ({said}): its Writer may be missing; {Advice}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(string profile, string source, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("soffice", ["--headless", "--norestore", $"-env:UserInstallation={new Uri(profile).AbsoluteUri}", "--convert-to", Filter, "--outdir", Path.GetDirectoryName(source)!, source])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Longest);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            await output;
            return (await errors).Trim().Split('\n')[^1] is { Length: > 0 } last ? last : "it said nothing";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"it took more than {Longest.TotalSeconds:0} seconds and was stopped";
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new InvalidOperationException($"a PDF is written by LibreOffice, and there is no program soffice: {Advice}", fault);
        }
    }

    /// <summary>The PDF with its date and ids made from the as-of and its content; each is replaced by as many bytes, so that no offset moves.</summary>
    private static byte[] Dated(byte[] pdf, DateTimeOffset asOf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        var date = asOf.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        text = Created().Replace(text, match => $"/CreationDate(D:{date}Z)".PadRight(match.Length));
        text = Identity().Replace(text, match => Zeros().Replace(match.Value, zeros => new string('0', zeros.Length)));
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.Latin1.GetBytes(text)));
        return Encoding.Latin1.GetBytes(Identity().Replace(text, match => Zeros().Replace(match.Value, zeros => hash[..zeros.Length])));
    }

    [GeneratedRegex(@"/CreationDate\(D:[^)]*\)")]
    private static partial Regex Created();

    [GeneratedRegex(@"/ID\s*\[\s*<[0-9A-F]+>\s*<[0-9A-F]+>\s*\]|/DocChecksum\s*/[0-9A-F]+")]
    private static partial Regex Identity();

    [GeneratedRegex(@"(?<=[<]|/DocChecksum\s*/)[0-9A-F]{32}(?=>|\b)")]
    private static partial Regex Zeros();
}
