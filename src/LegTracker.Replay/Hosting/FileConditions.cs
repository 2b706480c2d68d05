using System.Globalization;
using Microsoft.Net.Http.Headers;

namespace LegTracker.Replay.Hosting;

/// <summary>If-Modified-Since, If-Range and Range over a file, as Apache answers them.</summary>
/// <remarks>ASP.NET's own file results compare If-Modified-Since with the machine's clock; here the clock may be years ahead of it.</remarks>
internal static class FileConditions
{
    /// <summary>The answer to send: the file, a part (206), nothing new (304) or no such part (416).</summary>
    /// <param name="contentRange">The Content-Range header to send with it, or null.</param>
    public static Answer Apply(HttpRequest request, Answer file, DateTimeOffset lastModified, out string? contentRange)
    {
        contentRange = null;
        var headers = request.GetTypedHeaders();
        if (headers.IfModifiedSince >= lastModified)
        {
            return file with { Status = StatusCodes.Status304NotModified, Body = [] };
        }

        if (headers.Range is not { Ranges.Count: 1 } range || range.Unit != "bytes" || !StillFits(headers.IfRange, lastModified))
        {
            return file;
        }

        var length = file.Body.Length;
        var asked = range.Ranges.First();
        var from = asked.From ?? Math.Max(0, length - asked.To!.Value);
        var to = asked.From is null ? length - 1 : Math.Min(asked.To ?? long.MaxValue, length - 1);
        if (from > to || (asked.From is null && asked.To == 0))
        {
            contentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{length}");
            return file with { Status = StatusCodes.Status416RangeNotSatisfiable, Body = [] };
        }

        contentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {from}-{to}/{length}");
        return file with { Status = StatusCodes.Status206PartialContent, Body = file.Body[(int)from..(int)(to + 1)] };
    }

    private static bool StillFits(RangeConditionHeaderValue? ifRange, DateTimeOffset lastModified) =>
        ifRange is null || (ifRange.EntityTag is null && ifRange.LastModified == lastModified);
}
