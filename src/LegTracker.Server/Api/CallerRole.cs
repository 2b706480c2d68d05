using System.Net;
using Grpc.Core;

namespace LegTracker.Server.Api;

/// <summary>What a caller may do: without a token, one on this machine is an editor; one behind a proxy is a reader.</summary>
internal static class CallerRole
{
    /// <summary>On this machine and not forwarded by a proxy, which anybody may stand behind.</summary>
    public static bool IsLocal(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        return http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && !http.Request.Headers.Keys.Any(IsProxyHeader);
    }

    /// <exception cref="ApiError">ROLE_REQUIRED: the caller is not an editor.</exception>
    public static void RequireEditor(ServerCallContext context)
    {
        if (!IsLocal(context))
        {
            throw new ApiError(StatusCode.PermissionDenied, "ROLE_REQUIRED", "This call needs the role editor; calls that come through a proxy are readers.");
        }
    }

    private static bool IsProxyHeader(string name) =>
        name.StartsWith("x-forwarded", StringComparison.OrdinalIgnoreCase)
        || name.ToUpperInvariant() is "FORWARDED" or "VIA" or "X-REAL-IP";
}
