using System.Text;

namespace LegTracker.Server.Sources.Pages;

/// <summary>A page's body as bytes and as text.</summary>
internal sealed record PageBody(Uri Address, byte[] Bytes, string Html, long WireBytes)
{
    /// <summary>Decodes by the declared charset: UTF-8 unless it is Latin-1.</summary>
    public static PageBody Of(FetchOutcome.Fetched fetched)
    {
        var charset = fetched.Head.ContentType?.CharSet?.Trim('"').ToUpperInvariant();
        var encoding = charset is "ISO-8859-1" or "LATIN1" or "WINDOWS-1252" ? Encoding.Latin1 : Encoding.UTF8;
        return new PageBody(fetched.Address, fetched.Body, encoding.GetString(fetched.Body), fetched.WireBytes);
    }
}
